package br.com.dmbackup.core.backup;

/**
 * What the one pass over a dump saw of it, beside its length. All lengths are in bytes.
 *
 * @param encodedBytes of all blocks as they stand in the archive
 * @param newBytes of the blocks, as they stand in the dump, that no base had: all of them where there was none
 * @param newEncodedBytes of those blocks as they stand in the archive
 * @param based whether there was an earlier archive that blocks could be taken from
 */
public record DumpTraits(long encodedBytes, long newBytes, long newEncodedBytes, boolean based) {
    public DumpTraits {
        if (newBytes < 0 || newEncodedBytes < 0 || newEncodedBytes > encodedBytes) {
            throw new IllegalArgumentException(newBytes + ", " + newEncodedBytes + " of " + encodedBytes);
        }
    }
}

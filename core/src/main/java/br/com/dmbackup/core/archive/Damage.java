package br.com.dmbackup.core.archive;

import br.com.dmbackup.protocol.Phrase;
import java.util.Locale;

/**
 * One damaged place of an archive.
 *
 * @param region which part of the file
 * @param offset where it begins in the archive, in bytes
 * @param length how long it is, in bytes
 * @param block number of the block, counted from 0; -1 outside of blocks
 * @param dumpOffset where the block begins in the dump; -1 outside of blocks
 */
public record Damage(Region region, long offset, long length, int block, long dumpOffset) {
    /** The parts of an archive. */
    public enum Region {
        LOCAL_HEADER, BLOCK, DUMP_END, MANIFEST, INDEX, DIRECTORY, DUMP
    }

    /** For a person. */
    public Phrase words() {
        return Phrase.of("damage." + region.name(), offset, length, block);
    }

    /** In one line, the same in every language: region and numbers. */
    public String line() {
        String place = region.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String where = String.format(Locale.ROOT, "%s @%d+%d", place, offset, length);
        return block < 0 ? where : String.format(Locale.ROOT, "%s (block %d, dump @%d)", where, block, dumpOffset);
    }
}

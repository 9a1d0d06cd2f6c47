package br.com.dmbackup.core.archive.zip;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The header that stands before an entry's bytes.
 *
 * @param entry what it tells of the entry
 * @param dataOffset where the entry's bytes begin
 */
public record LocalHeader(FoundEntry entry, long dataOffset) {
    private static final int DESCRIPTOR_FLAG = 1 << 3;

    /**
     * @throws ZipFlaw {@code BROKEN} when no local header stands there
     */
    public static LocalHeader read(ZipBytes bytes, long offset) throws ZipFlaw, IOException {
        if (offset < 0 || offset > bytes.length() - ZipEntry.LOCAL_BYTES) {
            throw ZipFlaw.broken("local header");
        }
        ByteBuffer head = bytes.piece(offset, ZipEntry.LOCAL_BYTES);
        int variable = Short.toUnsignedInt(head.getShort(26)) + Short.toUnsignedInt(head.getShort(28));
        long dataOffset = offset + ZipEntry.LOCAL_BYTES + variable;
        if (head.getInt(0) != ZipEntry.LOCAL_SIGNATURE || dataOffset > bytes.length()) {
            throw ZipFlaw.broken("local header");
        }
        ByteBuffer rest = bytes.piece(offset + ZipEntry.LOCAL_BYTES, variable);
        var name = new byte[Short.toUnsignedInt(head.getShort(26))];
        rest.get(name);
        var lengths = new Zip64Lengths(rest, Integer.toUnsignedLong(head.getInt(22)),
                Integer.toUnsignedLong(head.getInt(18)), 0);
        return new LocalHeader(new FoundEntry(name, head.getShort(6), head.getShort(8), head.getInt(10),
                head.getInt(14), lengths.encodedBytes(), lengths.plainBytes(), offset), dataOffset);
    }

    /** Whether it tells the same of the entry as the directory does. */
    public boolean agreesWith(FoundEntry directory) {
        boolean figures = (entry.flags() & DESCRIPTOR_FLAG) != 0
                || (entry.crc32() == directory.crc32() && entry.encodedBytes() == directory.encodedBytes()
                        && entry.plainBytes() == directory.plainBytes());
        return figures && entry.method() == directory.method()
                && java.util.Arrays.equals(entry.rawName(), directory.rawName());
    }
}

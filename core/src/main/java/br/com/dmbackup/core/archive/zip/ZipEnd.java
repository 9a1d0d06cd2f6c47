package br.com.dmbackup.core.archive.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where a ZIP file's last records say that its directory is.
 *
 * @param directoryOffset where the directory begins in the file
 * @param directoryBytes how long it is
 * @param entries how many entries it should hold
 * @param shift how many bytes stand before the ZIP; added to every offset in it
 */
record ZipEnd(long directoryOffset, long directoryBytes, long entries, long shift) {
    private static final int LONGEST_COMMENT = 0xffff;

    static ZipEnd find(ZipBytes bytes) throws ZipFlaw, IOException {
        int tail = (int) Math.min(bytes.length(), ZipEnding.END_BYTES + LONGEST_COMMENT);
        ByteBuffer end = bytes.piece(bytes.length() - tail, tail);
        for (int at = tail - ZipEnding.END_BYTES; at >= 0; at--) {
            if (end.getInt(at) == ZipEnding.END_SIGNATURE
                    && at + ZipEnding.END_BYTES + Short.toUnsignedInt(end.getShort(at + 20)) == tail) {
                return read(bytes, bytes.length() - tail + at,
                        end.slice(at, ZipEnding.END_BYTES).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        throw ZipFlaw.noDirectory();
    }

    private static ZipEnd read(ZipBytes bytes, long offset, ByteBuffer end) throws ZipFlaw, IOException {
        if (end.getShort(4) != 0 && end.getShort(4) != -1) {
            throw ZipFlaw.unsupported("ZIP .z01");
        }
        long entries = Short.toUnsignedLong(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        long start = Integer.toUnsignedLong(end.getInt(16));
        long stop = offset;
        long locator = offset - ZipEnding.LOCATOR_BYTES;
        if (locator >= ZipEnding.ZIP64_END_BYTES
                && bytes.piece(locator, 4).getInt() == ZipEnding.LOCATOR_SIGNATURE) {
            // Its place is computed from the end, so that bytes before the ZIP do not matter.
            stop = locator - ZipEnding.ZIP64_END_BYTES;
            ByteBuffer zip64 = bytes.piece(stop, ZipEnding.ZIP64_END_BYTES);
            if (zip64.getInt() != ZipEnding.ZIP64_END_SIGNATURE) {
                throw ZipFlaw.broken("ZIP64");
            }
            entries = zip64.getLong(32);
            size = zip64.getLong(40);
            start = zip64.getLong(48);
        }
        if (size < 0 || start < 0 || size > stop || start > stop - size) {
            throw ZipFlaw.broken("directory");
        }
        return new ZipEnd(stop - size, size, entries, stop - size - start);
    }
}

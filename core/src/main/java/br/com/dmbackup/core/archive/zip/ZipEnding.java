package br.com.dmbackup.core.archive.zip;

import java.nio.ByteBuffer;
import java.util.List;

/** The directory with the records that end a ZIP file, as DMBackup writes them. */
public final class ZipEnding {
    static final int END_SIGNATURE = 0x06054b50;
    static final int END_BYTES = 22;
    static final int ZIP64_END_SIGNATURE = 0x06064b50;
    static final int ZIP64_END_BYTES = 56;
    static final int LOCATOR_SIGNATURE = 0x07064b50;
    static final int LOCATOR_BYTES = 20;

    private ZipEnding() {}

    /** Everything from {@code offset} to the end of the file. */
    public static byte[] of(List<ZipEntry> entries, long offset) {
        List<byte[]> headers = entries.stream().map(ZipEntry::centralHeader).toList();
        int size = headers.stream().mapToInt(header -> header.length).sum();
        boolean zip64 = offset >= ZipEntry.LIMIT;
        var whole = new byte[size + (zip64 ? ZIP64_END_BYTES + LOCATOR_BYTES : 0) + END_BYTES];
        ByteBuffer bytes = ZipEntry.littleEndian(whole);
        headers.forEach(bytes::put);
        if (zip64) {
            bytes.putInt(ZIP64_END_SIGNATURE).putLong(ZIP64_END_BYTES - 12).putShort((short) 45).putShort((short) 45)
                    .putInt(0).putInt(0).putLong(entries.size()).putLong(entries.size()).putLong(size)
                    .putLong(offset);
            bytes.putInt(LOCATOR_SIGNATURE).putInt(0).putLong(offset + size).putInt(1);
        }
        bytes.putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0).putShort((short) entries.size())
                .putShort((short) entries.size()).putInt(size).putInt((int) Math.min(offset, ZipEntry.LIMIT))
                .putShort((short) 0);
        return whole;
    }
}

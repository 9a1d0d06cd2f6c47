package br.com.dmbackup.core.archive.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One entry as DMBackup writes it.
 *
 * @param name its name; {@code /} separates folders
 * @param method 0 stored, 8 deflate
 * @param dosTime date and time as MS-DOS has them, see {@link DosTime}
 * @param roomForZip64 whether its local header has 20 bytes of extra field that can hold ZIP64 lengths later
 * @param headerOffset where its local header begins
 */
public record ZipEntry(String name, int method, int dosTime, int crc32, long encodedBytes, long plainBytes,
        boolean roomForZip64, long headerOffset) {
    public static final int STORED = 0;
    public static final int DEFLATE = 8;

    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int CENTRAL_BYTES = 46;
    static final int ZIP64_EXTRA = 0x0001;
    static final int ENCRYPTED_FLAG = 1;
    static final int UTF8_FLAG = 1 << 11;
    static final long LIMIT = 0xffff_ffffL;

    /** "DM": a private extra field that holds nothing but room. */
    private static final int ROOM_EXTRA = 0x4d44;
    private static final int ROOM_BYTES = 20;
    private static final int MADE_BY_UNIX = 3 << 8;
    private static final int REGULAR_FILE = 0100644 << 16;

    /** Length of the local header, which never changes once the name is known. */
    public static int localHeaderBytes(String name, boolean roomForZip64) {
        return LOCAL_BYTES + name.getBytes(StandardCharsets.UTF_8).length + (roomForZip64 ? ROOM_BYTES : 0);
    }

    /** Where the entry's bytes begin. */
    public long dataOffset() {
        return headerOffset + localHeaderBytes(name, roomForZip64);
    }

    /** The local header, with its true CRC-32 and lengths. */
    public byte[] localHeader() {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        var whole = new byte[localHeaderBytes(name, roomForZip64)];
        ByteBuffer header = littleEndian(whole);
        header.putInt(LOCAL_SIGNATURE);
        putCommon(header, largeData() ? 45 : 20);
        header.putShort((short) bytes.length).putShort((short) (roomForZip64 ? ROOM_BYTES : 0)).put(bytes);
        if (largeData()) {
            putExtraHead(header, ZIP64_EXTRA, 16).putLong(plainBytes).putLong(encodedBytes);
        } else if (roomForZip64) {
            putExtraHead(header, ROOM_EXTRA, 16);
        }
        return whole;
    }

    /** The entry's part of the directory. */
    byte[] centralHeader() {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        boolean farAway = headerOffset >= LIMIT;
        int zip64 = (largeData() ? 16 : 0) + (farAway ? 8 : 0);
        int extra = zip64 == 0 ? 0 : 4 + zip64;
        int version = zip64 == 0 ? 20 : 45;
        var whole = new byte[CENTRAL_BYTES + bytes.length + extra];
        ByteBuffer header = littleEndian(whole);
        header.putInt(CENTRAL_SIGNATURE).putShort((short) (MADE_BY_UNIX | version));
        putCommon(header, version);
        header.putShort((short) bytes.length).putShort((short) extra).putShort((short) 0).putShort((short) 0)
                .putShort((short) 0).putInt(REGULAR_FILE).putInt((int) Math.min(headerOffset, LIMIT)).put(bytes);
        if (zip64 > 0) {
            putExtraHead(header, ZIP64_EXTRA, zip64);
        }
        if (largeData()) {
            header.putLong(plainBytes).putLong(encodedBytes);
        }
        if (farAway) {
            header.putLong(headerOffset);
        }
        return whole;
    }

    private void putCommon(ByteBuffer header, int version) {
        boolean ascii = name.chars().allMatch(c -> c < 128);
        header.putShort((short) version).putShort((short) (ascii ? 0 : UTF8_FLAG)).putShort((short) method)
                .putInt(dosTime).putInt(crc32);
        header.putInt((int) (largeData() ? LIMIT : encodedBytes)).putInt((int) (largeData() ? LIMIT : plainBytes));
    }

    private static ByteBuffer putExtraHead(ByteBuffer header, int id, int length) {
        return header.putShort((short) id).putShort((short) length);
    }

    private boolean largeData() {
        return encodedBytes >= LIMIT || plainBytes >= LIMIT;
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

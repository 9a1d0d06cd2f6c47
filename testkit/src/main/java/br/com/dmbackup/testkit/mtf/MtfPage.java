package br.com.dmbackup.testkit.mtf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Data pages of 8 KB, sealed with the page checksum. */
public final class MtfPage {
    public static final int BYTES = 8192;
    /** Eight pages, the unit in which a backup holds them. */
    public static final int EXTENT_BYTES = 8 * BYTES;
    /** Where a page's rows may begin. */
    public static final int BODY = 96;

    private static final int HAS_CHECKSUM = 0x200;

    private MtfPage() {}

    /**
     * A data page with a checksum.
     *
     * @param body at most 8,096 bytes
     */
    public static byte[] of(int file, int number, byte[] body) {
        byte[] page = new byte[BYTES];
        ByteBuffer fields = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        fields.put(0, (byte) 1).put(1, (byte) 1).putShort(4, (short) HAS_CHECKSUM).putInt(0x20, number)
                .putShort(0x24, (short) file);
        fields.put(BODY, body);
        fields.putInt(0x3c, checksum(page));
        return page;
    }

    /** Every word turned left by 15 less the number of its sector, and all of them together by XOR. */
    private static int checksum(byte[] page) {
        ByteBuffer words = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        int sum = 0;
        for (int at = 0; at < BYTES; at += 4) {
            sum ^= at == 0x3c ? 0 : Integer.rotateLeft(words.getInt(at), 15 - at / 512);
        }
        return sum;
    }
}

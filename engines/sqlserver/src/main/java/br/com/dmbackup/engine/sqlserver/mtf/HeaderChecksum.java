package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;

/**
 * The checksum of block and stream headers: XOR of all 16-bit words before it ("Common Block Header", "Stream Header").
 * Any change of one bit is seen, and any change within one word.
 */
final class HeaderChecksum {
    private HeaderChecksum() {}

    /** @param at where the checksum stands; everything before is summed */
    static boolean holds(ByteBuffer header, int at) {
        int sum = 0;
        for (int i = 0; i < at; i += 2) {
            sum ^= header.getShort(i);
        }
        return (short) sum == header.getShort(at);
    }

    /** A type or id is four capital letters or digits; zeros would have a right checksum too. */
    static boolean isName(ByteBuffer header) {
        for (int i = 0; i < 4; i++) {
            byte letter = header.get(i);
            if ((letter < 'A' || letter > 'Z') && (letter < '0' || letter > '9')) {
                return false;
            }
        }
        return true;
    }
}

package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;

/**
 * The checksum of a data page, as the server computes it with {@code PAGE_VERIFY CHECKSUM}: the XOR of the 128 words of
 * each of the 16 sectors, turned left by 15 less the sector's number, all of them together by XOR. The checksum's own
 * word counts as zero. Any change of one bit is seen.
 */
final class PageChecksum {
    static final int PAGE_BYTES = 8192;
    private static final int SECTOR_BYTES = 512;
    private static final int CHECKSUM_AT = 0x3c;

    private PageChecksum() {}

    static boolean holds(ByteBuffer page) {
        return of(page) == page.getInt(CHECKSUM_AT);
    }

    private static int of(ByteBuffer page) {
        int sum = 0;
        for (int sector = 0; sector < PAGE_BYTES / SECTOR_BYTES; sector++) {
            sum ^= Integer.rotateLeft(xor(page, sector * SECTOR_BYTES), 15 - sector);
        }
        return sum ^ Integer.rotateLeft(page.getInt(CHECKSUM_AT), 15);
    }

    private static int xor(ByteBuffer page, int from) {
        long both = 0;
        for (int at = from; at < from + SECTOR_BYTES; at += Long.BYTES) {
            both ^= page.getLong(at);
        }
        return (int) (both ^ both >>> 32);
    }
}

package br.com.dmbackup.core.archive.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One line of the index, 64 bytes, little-endian.
 *
 * @param sha256 of the plain bytes
 * @param plainBytes length in the dump
 * @param encodedBytes length in the archive
 * @param crc32 of the plain bytes
 * @param flags bit 0: proven; bits 8 to 15: the encoder
 * @param encodedChecksum see {@link EncodedChecksum}
 * @param offset where its encoded bytes begin in the archive
 */
@SuppressWarnings("ArrayRecordComponent")
public record Block(byte[] sha256, int plainBytes, int encodedBytes, int crc32, int flags, long encodedChecksum,
        long offset) {
    /** Length of a line in the index. */
    public static final int LINE_BYTES = 64;
    /** No block of this format is longer, so that a reader knows what to allocate. */
    public static final int MAXIMUM_PLAIN_BYTES = 4 << 20;

    private static final int PROVEN = 1;

    /** The flags of a block that an encoder made and that was inflated again to the same SHA-256. */
    public static int flagsOfProven(int encoder) {
        return PROVEN | encoder << 8;
    }

    /** The same block, at its place in the archive. */
    public Block at(long place) {
        return new Block(sha256, plainBytes, encodedBytes, crc32, flags, encodedChecksum, place);
    }

    public boolean proven() {
        return (flags & PROVEN) != 0;
    }

    /** The most bytes that a block's encoding may take. */
    public static int maximumEncodedBytes(int plainBytes) {
        return plainBytes + (plainBytes >> 6) + 64;
    }

    void write(ByteBuffer line) {
        line.order(ByteOrder.LITTLE_ENDIAN).put(sha256).putInt(plainBytes).putInt(encodedBytes).putInt(crc32)
                .putInt(flags).putLong(encodedChecksum).putLong(offset);
    }

    static Block read(ByteBuffer line) {
        var sha256 = new byte[Sha256.BYTES];
        line.order(ByteOrder.LITTLE_ENDIAN).get(sha256);
        return new Block(sha256, line.getInt(), line.getInt(), line.getInt(), line.getInt(), line.getLong(),
                line.getLong());
    }

    /** Whether the lengths are possible at all. */
    boolean plausible() {
        return plainBytes > 0 && plainBytes <= MAXIMUM_PLAIN_BYTES && encodedBytes > 0
                && encodedBytes <= maximumEncodedBytes(plainBytes);
    }
}

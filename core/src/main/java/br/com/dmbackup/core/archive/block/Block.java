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
 * @param flags bit 0: proven; bits 8 to 15: the encoder; bits 16 to 23: how many more archives may take the block from
 *        the one before without proving it anew
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

    /** A block that goes from archive to archive is proven anew in each so many of them. */
    public static final int PROOF_ROUND = 24;

    private static final int PROVEN = 1;
    private static final int REST = 16;

    /** A block that was made and proven just now; it has no place yet. */
    static Block made(Fingerprint print, int encoder, int encodedBytes, long encodedChecksum) {
        // Blocks that were made together are not all to be proven anew in the same hour.
        int rest = (print.sha256()[Sha256.BYTES - 1] & 0xff) % PROOF_ROUND;
        return new Block(print.sha256(), print.plainBytes(), encodedBytes, print.crc32(),
                PROVEN | encoder << 8 | rest << REST, encodedChecksum, 0);
    }

    /** The same block, taken into the next archive. */
    public Block taken() {
        int rest = proofDue() ? PROOF_ROUND : Math.min(rest(), PROOF_ROUND);
        return new Block(sha256, plainBytes, encodedBytes, crc32, (flags & 0xffff) | (rest - 1) << REST,
                encodedChecksum,
                offset);
    }

    /** Whether the next archive that takes the block has to prove it anew. */
    public boolean proofDue() {
        return rest() == 0;
    }

    private int rest() {
        return flags >>> REST & 0xff;
    }

    /** The same block, at its place in the archive. */
    public Block at(long place) {
        return new Block(sha256, plainBytes, encodedBytes, crc32, flags, encodedChecksum, place);
    }

    /** The encoder's number, see {@link BlockEncoder}. */
    public int encoder() {
        return flags >>> 8 & 0xff;
    }

    public boolean proven() {
        return (flags & PROVEN) != 0;
    }

    /** The most bytes that a block's encoding may take. */
    public static int maximumEncodedBytes(int plainBytes) {
        return plainBytes + (plainBytes >> 6) + 64;
    }

    /** The line as it stands in an index. */
    public void write(ByteBuffer line) {
        line.order(ByteOrder.LITTLE_ENDIAN).put(sha256).putInt(plainBytes).putInt(encodedBytes).putInt(crc32)
                .putInt(flags).putLong(encodedChecksum).putLong(offset);
    }

    /** A line as it stands in an index; nothing in it is checked. */
    public static Block read(ByteBuffer line) {
        var sha256 = new byte[Sha256.BYTES];
        line.order(ByteOrder.LITTLE_ENDIAN).get(sha256);
        return new Block(sha256, line.getInt(), line.getInt(), line.getInt(), line.getInt(), line.getLong(),
                line.getLong());
    }

    /** Whether the lengths are possible at all. */
    public boolean plausible() {
        return plainBytes > 0 && plainBytes <= MAXIMUM_PLAIN_BYTES && encodedBytes > 0
                && encodedBytes <= maximumEncodedBytes(plainBytes);
    }
}

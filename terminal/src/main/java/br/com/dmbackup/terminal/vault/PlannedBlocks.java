package br.com.dmbackup.terminal.vault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The ordered list of a dump's blocks, as a server announces it: 36 bytes for each, however many there are. Filled by
 * one thread, then handed on.
 */
public final class PlannedBlocks {
    /** More blocks than this, 256 GB of dump, are not taken. */
    public static final int MOST_BLOCKS = 1 << 20;
    /** Length of a SHA-256. */
    public static final int SHA256_BYTES = 32;

    private static final int LINE_BYTES = SHA256_BYTES + Integer.BYTES;
    private static final int SEGMENT_BLOCKS = 4096;

    private final List<ByteBuffer> segments = new ArrayList<>();
    private int count;

    /**
     * Appends a block.
     *
     * @param sha256 of its plain bytes
     * @throws IllegalArgumentException when there are too many, or the lengths are not possible
     */
    public void add(byte[] sha256, int plainBytes) {
        if (count == MOST_BLOCKS || sha256.length != SHA256_BYTES || plainBytes <= 0) {
            throw new IllegalArgumentException(count + ": " + plainBytes);
        }
        if (count % SEGMENT_BLOCKS == 0) {
            segments.add(ByteBuffer.allocate(SEGMENT_BLOCKS * LINE_BYTES));
        }
        int at = at(count);
        segment(count).put(at, sha256).putInt(at + SHA256_BYTES, plainBytes);
        count++;
    }

    public int count() {
        return count;
    }

    public byte[] sha256(int number) {
        var sha256 = new byte[SHA256_BYTES];
        segment(number).get(at(number), sha256);
        return sha256;
    }

    public int plainBytes(int number) {
        return segment(number).getInt(at(number) + SHA256_BYTES);
    }

    private ByteBuffer segment(int number) {
        return segments.get(number / SEGMENT_BLOCKS);
    }

    private static int at(int number) {
        return number % SEGMENT_BLOCKS * LINE_BYTES;
    }
}

package br.com.dmbackup.core.archive.block;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a block again and compares what comes out: byte by byte with the block, and its CRC-32 with the one that was
 * taken before anything else was done with the block. The bytes alone would not show that memory lost a bit between
 * hashing and deflating.
 */
public final class BlockProof implements AutoCloseable {
    private static final byte[] FLUSH = {0, 0, (byte) 0xff, (byte) 0xff};

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] slice = new byte[32 << 10];

    /**
     * Whether the encoded bytes give the block back.
     *
     * @param print of the block as it came from the dump
     */
    public boolean holds(byte[] encoded, int encodedAt, int encodedBytes, byte[] plain, int plainAt,
            Fingerprint print) {
        int plainBytes = print.plainBytes();
        inflater.reset();
        inflater.setInput(encoded, encodedAt, encodedBytes);
        crc.reset();
        int compared = 0;
        try {
            int inflated;
            while ((inflated = inflater.inflate(slice)) > 0) {
                if (inflated > plainBytes - compared
                        || !Arrays.equals(slice, 0, inflated, plain, plainAt + compared,
                                plainAt + compared + inflated)) {
                    return false;
                }
                crc.update(slice, 0, inflated);
                compared += inflated;
            }
        } catch (DataFormatException e) {
            return false;
        }
        return compared == plainBytes && (int) crc.getValue() == print.crc32() && !inflater.finished()
                && inflater.getRemaining() == 0 && endsWithFlush(encoded, encodedAt, encodedBytes);
    }

    /** Only then does the next block begin at a byte's border. */
    private static boolean endsWithFlush(byte[] encoded, int encodedAt, int encodedBytes) {
        int end = encodedAt + encodedBytes;
        return encodedBytes >= FLUSH.length && Arrays.equals(encoded, end - FLUSH.length, end, FLUSH, 0, FLUSH.length);
    }

    @Override
    public void close() {
        inflater.close();
    }
}

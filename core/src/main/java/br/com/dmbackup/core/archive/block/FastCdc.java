package br.com.dmbackup.core.archive.block;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Content-defined chunking after Xia and others, "FastCDC" (USENIX ATC 2016), with normalized chunking of level 2: a
 * cut is harder to find before the average length and easier after it. The gear table comes from SHA-256, so that
 * anyone can make it again; {@code docs/format/archive.md} has the rule and golden vectors.
 */
public final class FastCdc implements Chunker {
    private static final int NORMALIZATION = 2;
    private static final int AVERAGE_BITS = 18;
    private static final long[] GEAR = gear();

    private final int minimum;
    private final int average;
    private final int maximum;
    private final long maskBefore;
    private final long maskAfter;

    /** The one that new archives are cut with: 256 KiB on average, at least 64 KiB, at most 1 MiB. */
    public FastCdc() {
        this(AVERAGE_BITS);
    }

    /** One whose average is 2 to that power, for measuring; at least 256 bytes. */
    public static FastCdc ofAverage(int averageBits) {
        return new FastCdc(averageBits);
    }

    FastCdc(int averageBits) {
        average = 1 << averageBits;
        minimum = average / 4;
        maximum = average * 4;
        maskBefore = -1L << (64 - averageBits - NORMALIZATION);
        maskAfter = -1L << (64 - averageBits + NORMALIZATION);
    }

    @Override
    public int id() {
        return 1;
    }

    @Override
    public int averageBytes() {
        return average;
    }

    @Override
    public int maximumBytes() {
        return maximum;
    }

    @Override
    public int nextLength(byte[] bytes, int from, int to) {
        int length = Math.min(to - from, maximum);
        if (length <= minimum) {
            return length;
        }
        int normal = from + Math.min(length, average);
        int end = from + length;
        long hash = 0;
        int at = from + minimum;
        while (at < normal) {
            hash = (hash << 1) + GEAR[bytes[at++] & 0xff];
            if ((hash & maskBefore) == 0) {
                return at - from;
            }
        }
        while (at < end) {
            hash = (hash << 1) + GEAR[bytes[at++] & 0xff];
            if ((hash & maskAfter) == 0) {
                return at - from;
            }
        }
        return length;
    }

    private static long[] gear() {
        MessageDigest sha = Sha256.create();
        var table = new long[256];
        for (int value = 0; value < table.length; value++) {
            sha.update("DMBackup gear 1".getBytes(StandardCharsets.US_ASCII));
            sha.update((byte) value);
            table[value] = ByteBuffer.wrap(sha.digest()).getLong();
        }
        return table;
    }
}

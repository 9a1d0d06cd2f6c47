package br.com.dmbackup.core.archive.block;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a block again and compares the SHA-256 of what comes out. */
final class BlockProof implements AutoCloseable {
    private static final byte[] FLUSH = {0, 0, (byte) 0xff, (byte) 0xff};

    private final Inflater inflater = new Inflater(true);
    private final MessageDigest sha = Sha256.create();
    private final byte[] slice = new byte[32 << 10];

    boolean holds(byte[] encoded, int encodedBytes, int plainBytes, byte[] digest) {
        inflater.reset();
        inflater.setInput(encoded, 0, encodedBytes);
        long plain = 0;
        try {
            int inflated;
            while ((inflated = inflater.inflate(slice)) > 0) {
                sha.update(slice, 0, inflated);
                plain += inflated;
            }
        } catch (DataFormatException e) {
            sha.reset();
            return false;
        }
        return Arrays.equals(sha.digest(), digest) && plain == plainBytes && !inflater.finished()
                && inflater.getRemaining() == 0 && endsWithFlush(encoded, encodedBytes);
    }

    /** Only then does the next block begin at a byte's border. */
    static boolean endsWithFlush(byte[] encoded, int encodedBytes) {
        return encodedBytes >= FLUSH.length
                && Arrays.equals(encoded, encodedBytes - FLUSH.length, encodedBytes, FLUSH, 0, FLUSH.length);
    }

    @Override
    public void close() {
        inflater.close();
    }
}

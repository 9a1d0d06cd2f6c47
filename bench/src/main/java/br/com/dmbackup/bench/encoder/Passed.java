package br.com.dmbackup.bench.encoder;

import java.util.Set;

/**
 * What one pass over a file came to.
 *
 * @param hashes SHA-256 of the blocks
 * @param blocks how many blocks
 * @param bytes length of the file
 * @param newBlocks how many were not known before
 * @param newBytes their length
 * @param encodedBytes what those became
 * @param deflateNanos processor time of deflating them
 */
record Passed(Set<String> hashes, long blocks, long bytes, long newBlocks, long newBytes, long encodedBytes,
        long deflateNanos) {
    double deflateSeconds() {
        return deflateNanos / 1e9;
    }
}

package br.com.dmbackup.core.archive.deflate;

import java.util.Arrays;

/** A canonical prefix code (RFC 1951, section 3.2.2), made from how often each symbol occurs. */
final class HuffmanCode {
    private static final int SYMBOL_BITS = 9;
    private static final int SYMBOL = (1 << SYMBOL_BITS) - 1;

    /** Length of each symbol's code in bits; 0 where it does not occur. */
    final byte[] lengths;
    /** Each symbol's code as it is written, lowest bit first, above 8 bits for its length. */
    final int[] words;

    private final int longest;
    private final int[] sorted;
    private final int[] weights;
    private final int[] parents;
    private final int[] ofLength;

    HuffmanCode(int symbols, int longest) {
        this.longest = longest;
        lengths = new byte[symbols];
        words = new int[symbols];
        sorted = new int[symbols];
        weights = new int[2 * symbols];
        parents = new int[2 * symbols];
        ofLength = new int[Math.max(symbols, longest) + 1];
    }

    /** @param occurrences at most 2^22 each, together at most 2^31 */
    void make(int[] occurrences) {
        Arrays.fill(lengths, (byte) 0);
        int used = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (occurrences[symbol] > 0) {
                sorted[used++] = occurrences[symbol] << SYMBOL_BITS | symbol;
            }
        }
        if (used < 2) {
            // A code of one symbol has one bit; inflaters want no gap in it, so there is a second one.
            int only = used == 0 ? 0 : sorted[0] & SYMBOL;
            lengths[only] = 1;
            lengths[only == 0 ? 1 : 0] = 1;
        } else {
            Arrays.sort(sorted, 0, used);
            countLengths(used);
            limitLengths();
            giveLengths(used);
        }
        giveCodes();
    }

    /** Huffman's tree by two queues: leaves by weight, and inner nodes in the order of their making. */
    private void countLengths(int used) {
        for (int leaf = 0; leaf < used; leaf++) {
            weights[leaf] = sorted[leaf] >>> SYMBOL_BITS;
        }
        int leaf = 0;
        int inner = used;
        for (int made = used; made < 2 * used - 1; made++) {
            weights[made] = 0;
            for (int child = 0; child < 2; child++) {
                int lightest = leaf < used && (inner == made || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
                weights[made] += weights[lightest];
                parents[lightest] = made;
            }
        }
        Arrays.fill(ofLength, 0);
        // From here on a node's weight is its depth.
        weights[2 * used - 2] = 0;
        for (int node = 2 * used - 3; node >= 0; node--) {
            weights[node] = weights[parents[node]] + 1;
            if (node < used) {
                ofLength[weights[node]]++;
            }
        }
    }

    /** Shortens codes that are too long and lengthens others until all fit again (Kraft's sum is one). */
    private void limitLengths() {
        int sum = 0;
        for (int length = longest + 1; length < ofLength.length; length++) {
            ofLength[longest] += ofLength[length];
            ofLength[length] = 0;
        }
        for (int length = 1; length <= longest; length++) {
            sum += ofLength[length] << (longest - length);
        }
        for (; sum > 1 << longest; sum--) {
            int length = longest - 1;
            while (ofLength[length] == 0) {
                length--;
            }
            ofLength[length]--;
            ofLength[length + 1] += 2;
            ofLength[longest]--;
        }
    }

    /** The rarest symbols get the longest codes. */
    private void giveLengths(int used) {
        int next = 0;
        for (int length = longest; length > 0; length--) {
            for (int i = 0; i < ofLength[length]; i++) {
                lengths[sorted[next++] & SYMBOL] = (byte) length;
            }
        }
        if (next != used) {
            throw new IllegalStateException(next + " of " + used);
        }
    }

    private void giveCodes() {
        int code = 0;
        for (int length = 1; length <= longest; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    words[symbol] = (Integer.reverse(code++) >>> (32 - length)) << 8 | length;
                }
            }
            code <<= 1;
        }
    }
}

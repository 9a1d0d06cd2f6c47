package br.com.dmbackup.core.archive.deflate;

import java.util.Arrays;

/** The two codes' lengths as they stand at the head of a dynamic block (RFC 1951, section 3.2.7). */
final class CodeLengths {
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int REPEAT = 16;
    private static final int FEW_ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int[] EXTRA_BITS = {2, 3, 7};
    private static final int HEAD_BITS = 5 + 5 + 4;

    private final byte[] all = new byte[Alphabet.LITERALS_AND_LENGTHS + Alphabet.DISTANCES];
    /** Symbol in the lower 8 bits, value of its extra bits above. */
    private final int[] items = new int[all.length];
    private final int[] occurrences = new int[ORDER.length];
    private final HuffmanCode code = new HuffmanCode(ORDER.length, 7);

    private int itemCount;
    private int literals;
    private int distances;
    private int ordered;

    /** Works out what is to be written; its length in bits. */
    int prepare(HuffmanCode literalCode, HuffmanCode distanceCode) {
        literals = used(literalCode.lengths, 257);
        distances = used(distanceCode.lengths, 1);
        System.arraycopy(literalCode.lengths, 0, all, 0, literals);
        System.arraycopy(distanceCode.lengths, 0, all, literals, distances);
        Arrays.fill(occurrences, 0);
        itemCount = 0;
        int end = literals + distances;
        for (int at = 0; at < end;) {
            int run = 1;
            while (at + run < end && all[at + run] == all[at]) {
                run++;
            }
            addRun(all[at], run);
            at += run;
        }
        code.make(occurrences);
        ordered = ORDER.length;
        while (ordered > 4 && code.lengths[ORDER[ordered - 1]] == 0) {
            ordered--;
        }
        int bits = HEAD_BITS + 3 * ordered;
        for (int symbol = 0; symbol < ORDER.length; symbol++) {
            bits += occurrences[symbol] * (code.lengths[symbol] + (symbol < REPEAT ? 0 : EXTRA_BITS[symbol - REPEAT]));
        }
        return bits;
    }

    private void addRun(int length, int run) {
        int left = run;
        if (length == 0) {
            while (left >= 11) {
                int taken = Math.min(left, 138);
                add(MANY_ZEROS, taken - 11);
                left -= taken;
            }
            if (left >= 3) {
                add(FEW_ZEROS, left - 3);
                left = 0;
            }
        } else {
            add(length, 0);
            left--;
            while (left >= 3) {
                int taken = Math.min(left, 6);
                add(REPEAT, taken - 3);
                left -= taken;
            }
        }
        for (; left > 0; left--) {
            add(length, 0);
        }
    }

    private void add(int symbol, int extra) {
        items[itemCount++] = extra << 8 | symbol;
        occurrences[symbol]++;
    }

    void write(BitWriter out) {
        out.put(literals - 257, 5);
        out.put(distances - 1, 5);
        out.put(ordered - 4, 4);
        for (int i = 0; i < ordered; i++) {
            out.put(code.lengths[ORDER[i]], 3);
        }
        for (int i = 0; i < itemCount; i++) {
            int symbol = items[i] & 0xff;
            out.put(code.words[symbol] >>> 8, code.lengths[symbol]);
            if (symbol >= REPEAT) {
                out.put(items[i] >>> 8, EXTRA_BITS[symbol - REPEAT]);
            }
        }
    }

    private static int used(byte[] lengths, int least) {
        int count = lengths.length;
        while (count > least && lengths[count - 1] == 0) {
            count--;
        }
        return count;
    }
}

package br.com.dmbackup.core.archive.deflate;

import java.util.Arrays;

/** Literals and matches that wait for being written as one deflate block, with a code made for them. */
final class Tokens {
    private static final int MOST = 1 << 14;
    private static final int LONGEST_STORED = 65_535;

    /** A literal as it is; a match as length in the upper, distance in the lower half. */
    private final int[] tokens = new int[MOST];
    private final int[] literals = new int[Alphabet.LITERALS_AND_LENGTHS];
    private final int[] distances = new int[Alphabet.DISTANCES];
    private final HuffmanCode literalCode = new HuffmanCode(Alphabet.LITERALS_AND_LENGTHS, 15);
    private final HuffmanCode distanceCode = new HuffmanCode(Alphabet.DISTANCES, 15);
    private final CodeLengths codeLengths = new CodeLengths();
    private final BitWriter out;

    private int count;

    Tokens(BitWriter out) {
        this.out = out;
    }

    boolean full() {
        return count >= MOST - 1;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void literal(int value) {
        tokens[count++] = value;
        literals[value]++;
    }

    void match(int length, int distance) {
        tokens[count++] = length << 16 | distance;
        literals[Alphabet.LITERALS + 1 + Alphabet.lengthSymbol(length)]++;
        distances[Alphabet.distanceSymbol(distance)]++;
    }

    /**
     * Writes a block that is not the last and starts anew; false when there is no room.
     *
     * @param plain the bytes that the tokens stand for are those from {@code from} to {@code to}
     */
    boolean write(byte[] plain, int from, int to) {
        literals[Alphabet.END_OF_BLOCK] = 1;
        literalCode.make(literals);
        distanceCode.make(distances);
        long bits = 3L + codeLengths.prepare(literalCode, distanceCode) + bitsOfTokens();
        int pieces = (to - from + LONGEST_STORED - 1) / LONGEST_STORED;
        boolean stored = bits / 8 >= to - from + 5L * pieces;
        if (!out.hasRoom(stored ? to - from + 8L * pieces : bits / 8 + 8)) {
            return false;
        }
        if (stored) {
            store(plain, from, to);
        } else {
            out.put(0b100, 3);
            codeLengths.write(out);
            writeTokens();
        }
        count = 0;
        Arrays.fill(literals, 0);
        Arrays.fill(distances, 0);
        return true;
    }

    void clear() {
        count = 0;
        Arrays.fill(literals, 0);
        Arrays.fill(distances, 0);
    }

    private long bitsOfTokens() {
        long bits = 0;
        for (int symbol = 0; symbol < literals.length; symbol++) {
            int extra = symbol <= Alphabet.END_OF_BLOCK
                    ? 0
                    : Alphabet.lengthExtraBits(symbol - Alphabet.END_OF_BLOCK - 1);
            bits += (long) literals[symbol] * (literalCode.lengths[symbol] + extra);
        }
        for (int symbol = 0; symbol < distances.length; symbol++) {
            bits += (long) distances[symbol] * (distanceCode.lengths[symbol] + Alphabet.distanceExtraBits(symbol));
        }
        return bits;
    }

    private void store(byte[] plain, int from, int to) {
        for (int at = from; at < to;) {
            int length = Math.min(to - at, LONGEST_STORED);
            out.put(0, 3);
            out.align();
            out.put(length | ~length << 16, 32);
            out.putBytes(plain, at, length);
            at += length;
        }
    }

    private void writeTokens() {
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            int length = token >>> 16;
            if (length == 0) {
                put(literalCode.words[token], 0, 0);
                continue;
            }
            int symbol = Alphabet.lengthSymbol(length);
            put(literalCode.words[Alphabet.LITERALS + 1 + symbol], length - Alphabet.lengthBase(symbol),
                    Alphabet.lengthExtraBits(symbol));
            int distance = token & 0xffff;
            int far = Alphabet.distanceSymbol(distance);
            put(distanceCode.words[far], distance - Alphabet.distanceBase(far), Alphabet.distanceExtraBits(far));
        }
        put(literalCode.words[Alphabet.END_OF_BLOCK], 0, 0);
    }

    private void put(int word, int extra, int extraBits) {
        int bits = word & 0xff;
        out.put(word >>> 8 | extra << bits, bits + extraBits);
    }
}

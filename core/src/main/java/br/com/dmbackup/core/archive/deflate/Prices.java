package br.com.dmbackup.core.archive.deflate;

import java.util.Arrays;

/** What each symbol would cost, in sixteenths of a bit, by how often it occurs. */
final class Prices {
    private static final int BIT = 16;
    /** Of a symbol that does not occur: as of one that occurs once in so many. */
    private static final double RAREST = 1 << 13;

    private final int[] literals = new int[Alphabet.LITERALS_AND_LENGTHS];
    private final int[] distances = new int[Alphabet.DISTANCES];
    private final int[] lengths = new int[Alphabet.LONGEST_MATCH + 1];
    private final int[] literalCounts = new int[Alphabet.LITERALS_AND_LENGTHS];
    private final int[] distanceCounts = new int[Alphabet.DISTANCES];

    /** Before anything is known. */
    void begin() {
        Arrays.fill(literals, 0, Alphabet.LITERALS, 8 * BIT);
        Arrays.fill(literals, Alphabet.LITERALS, literals.length, 7 * BIT);
        Arrays.fill(distances, 5 * BIT);
        addExtraBits();
    }

    void clearCounts() {
        Arrays.fill(literalCounts, 0);
        Arrays.fill(distanceCounts, 0);
    }

    void countLiteral(int value) {
        literalCounts[value]++;
    }

    void countMatch(int length, int distance) {
        literalCounts[Alphabet.LITERALS + 1 + Alphabet.lengthSymbol(length)]++;
        distanceCounts[Alphabet.distanceSymbol(distance)]++;
    }

    /** Takes what was counted for what will come. */
    void learn() {
        learn(literalCounts, literals);
        learn(distanceCounts, distances);
        addExtraBits();
    }

    private static void learn(int[] counts, int[] prices) {
        double sum = Math.max(1, Arrays.stream(counts).sum());
        for (int symbol = 0; symbol < counts.length; symbol++) {
            double once = counts[symbol] == 0 ? RAREST : sum / counts[symbol];
            prices[symbol] = (int) Math.max(BIT, Math.round(BIT * Math.log(once) / Math.log(2)));
        }
    }

    private void addExtraBits() {
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] += BIT * Alphabet.distanceExtraBits(symbol);
        }
        for (int length = 3; length <= Alphabet.LONGEST_MATCH; length++) {
            int symbol = Alphabet.lengthSymbol(length);
            lengths[length] = literals[Alphabet.LITERALS + 1 + symbol] + BIT * Alphabet.lengthExtraBits(symbol);
        }
    }

    int ofLiteral(int value) {
        return literals[value];
    }

    int ofLength(int length) {
        return lengths[length];
    }

    int ofDistance(int distance) {
        return distances[Alphabet.distanceSymbol(distance)];
    }
}

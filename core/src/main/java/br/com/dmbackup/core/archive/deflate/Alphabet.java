package br.com.dmbackup.core.archive.deflate;

/** The symbols for lengths and distances with their extra bits (RFC 1951, section 3.2.5). */
final class Alphabet {
    static final int LITERALS = 256;
    static final int END_OF_BLOCK = 256;
    static final int LITERALS_AND_LENGTHS = 286;
    static final int DISTANCES = 30;
    private static final int SHORTEST_MATCH = 3;
    static final int LONGEST_MATCH = 258;
    /** One less than deflate allows, so that a slot of the window is never that of its own successor. */
    static final int LONGEST_DISTANCE = 32_767;

    private static final int[] LENGTH_BASE = new int[29];
    private static final int[] LENGTH_EXTRA = new int[29];
    private static final byte[] LENGTH_SYMBOL = new byte[LONGEST_MATCH + 1];
    private static final int[] DISTANCE_BASE = new int[DISTANCES];
    private static final int[] DISTANCE_EXTRA = new int[DISTANCES];
    private static final byte[] NEAR_SYMBOL = new byte[256];
    private static final byte[] FAR_SYMBOL = new byte[256];

    static {
        int base = SHORTEST_MATCH;
        for (int symbol = 0; symbol < 28; symbol++) {
            LENGTH_BASE[symbol] = base;
            LENGTH_EXTRA[symbol] = symbol < 8 ? 0 : symbol / 4 - 1;
            for (int end = base + (1 << LENGTH_EXTRA[symbol]); base < end; base++) {
                LENGTH_SYMBOL[base] = (byte) symbol;
            }
        }
        LENGTH_BASE[28] = LONGEST_MATCH;
        LENGTH_SYMBOL[LONGEST_MATCH] = 28;
        int distance = 1;
        for (int symbol = 0; symbol < DISTANCES; symbol++) {
            DISTANCE_BASE[symbol] = distance;
            DISTANCE_EXTRA[symbol] = symbol < 4 ? 0 : symbol / 2 - 1;
            for (int end = distance + (1 << DISTANCE_EXTRA[symbol]); distance < end; distance++) {
                if (distance <= 256) {
                    NEAR_SYMBOL[distance - 1] = (byte) symbol;
                } else {
                    FAR_SYMBOL[(distance - 1) >>> 7] = (byte) symbol;
                }
            }
        }
    }

    private Alphabet() {}

    /** From 0; the code's symbol is 257 more. */
    static int lengthSymbol(int length) {
        return LENGTH_SYMBOL[length];
    }

    static int lengthExtraBits(int symbol) {
        return LENGTH_EXTRA[symbol];
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASE[symbol];
    }

    static int distanceSymbol(int distance) {
        return distance <= 256 ? NEAR_SYMBOL[distance - 1] : FAR_SYMBOL[(distance - 1) >>> 7];
    }

    static int distanceExtraBits(int symbol) {
        return DISTANCE_EXTRA[symbol];
    }

    static int distanceBase(int symbol) {
        return DISTANCE_BASE[symbol];
    }
}

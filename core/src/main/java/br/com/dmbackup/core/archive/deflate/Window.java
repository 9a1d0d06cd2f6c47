package br.com.dmbackup.core.archive.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where the same four bytes stood before: for each hash the newest place, and for each place the one before it with the
 * same hash. Matches of three bytes are left out: on a store's data taking them makes the whole longer.
 */
final class Window {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HASH_BITS = 15;
    private static final int SLOTS = 1 << 15;
    private static final int FACTOR = 0x9E37_79B1;

    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] before = new int[SLOTS];

    private byte[] bytes = {};
    private int end;
    /** What stands in the tables is a place plus this, so that they need not be emptied for each block. */
    private int base;

    private int distance;

    Window() {
        this(1);
    }

    Window(int firstBase) {
        base = firstBase;
    }

    void begin(byte[] plain, int length) {
        if (base > Integer.MAX_VALUE / 2) {
            Arrays.fill(newest, 0);
            Arrays.fill(before, 0);
            base = 1;
        } else {
            base += end;
        }
        bytes = plain;
        end = length;
    }

    /** Enters places, each of which has at least four bytes. */
    void enter(int from, int to) {
        byte[] in = bytes;
        int shift = base;
        for (int at = from; at < to; at++) {
            int four = (int) INT.get(in, at);
            int slot = (four * FACTOR) >>> (32 - HASH_BITS);
            before[at & (SLOTS - 1)] = newest[slot];
            newest[slot] = at + shift;
        }
    }

    /** How far back the match is that {@link #enterAndFind} found last. */
    int distance() {
        return distance;
    }

    /**
     * Enters a place and looks for the longest match.
     *
     * @param longerThan only a longer one counts; at least 3
     * @param depth how many places are looked at
     * @param nice one of this length is good enough
     * @return its length, or {@code longerThan}
     */
    int enterAndFind(int at, int longerThan, int depth, int nice) {
        byte[] in = bytes;
        int four = (int) INT.get(in, at);
        int slot = (four * FACTOR) >>> (32 - HASH_BITS);
        int place = newest[slot] - base;
        before[at & (SLOTS - 1)] = place + base;
        newest[slot] = at + base;

        int best = longerThan;
        int most = Math.min(end - at, Alphabet.LONGEST_MATCH);
        int oldest = Math.max(0, at - Alphabet.LONGEST_DISTANCE);
        if (best >= most) {
            return longerThan;
        }
        int tail = best - 3;
        int wanted = (int) INT.get(in, at + tail);
        for (int left = depth; left > 0 && place >= oldest; left--) {
            if ((int) INT.get(in, place + tail) == wanted && (int) INT.get(in, place) == four) {
                int length = equal(in, place, at, most);
                if (length > best) {
                    best = length;
                    distance = at - place;
                    if (best >= nice || best >= most) {
                        break;
                    }
                    tail = best - 3;
                    wanted = (int) INT.get(in, at + tail);
                }
            }
            place = before[place & (SLOTS - 1)] - base;
        }
        return best;
    }

    private static int equal(byte[] in, int one, int two, int most) {
        int length = 4;
        for (; length + 8 <= most; length += 8) {
            long difference = (long) LONG.get(in, one + length) ^ (long) LONG.get(in, two + length);
            if (difference != 0) {
                return length + (Long.numberOfTrailingZeros(difference) >>> 3);
            }
        }
        while (length < most && in[one + length] == in[two + length]) {
            length++;
        }
        return length;
    }
}

package br.com.dmbackup.core.archive.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * All matches that are worth considering at each place of a stretch: for each length the nearest place of those looked
 * at. Inside of a match that is long enough nothing is sought.
 */
final class MatchList {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FACTOR = 0x9E37_79B1;
    private static final int HASH_BITS = 16;
    private static final int THREE_BITS = 14;
    /** Farther away, three bytes cost less as they are. */
    private static final int FARTHEST_OF_THREE = 4096;
    private static final int SLOTS = 1 << 15;
    private static final int NOWHERE = -1;

    private final int depth;
    private final int nice;
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] newestOfThree = new int[1 << THREE_BITS];
    private final int[] before = new int[SLOTS];
    private final int[] first;
    /** Length in the upper, distance in the lower half. */
    private int[] matches;

    private byte[] bytes = {};
    private int end;
    private int count;

    /**
     * @param longest how long a stretch may be
     * @param depth how many earlier places are compared
     * @param nice a match of this length is taken
     */
    MatchList(int longest, int depth, int nice) {
        this.depth = depth;
        this.nice = nice;
        first = new int[longest + 1];
        matches = new int[4 * longest];
    }

    void begin(byte[] plain, int length) {
        bytes = plain;
        end = length;
        Arrays.fill(newest, NOWHERE);
        Arrays.fill(newestOfThree, NOWHERE);
    }

    /** Goes through a stretch, the next after the one before; no match reaches beyond its end. */
    void find(int from, int to) {
        count = 0;
        int at = from;
        while (at < to) {
            first[at - from] = count;
            int longest = at + 4 <= end ? search(at, Math.min(to - at, Alphabet.LONGEST_MATCH)) : 0;
            int skipped = longest >= nice ? at + longest : at + 1;
            for (at++; at < skipped; at++) {
                first[at - from] = count;
                if (at + 4 <= end) {
                    enter(at);
                }
            }
        }
        first[to - from] = count;
    }

    /** Number of the first match of a place, counted from the stretch's begin; the next place's is where they end. */
    int first(int place) {
        return first[place];
    }

    int length(int match) {
        return matches[match] >>> 16;
    }

    int distance(int match) {
        return matches[match] & 0xffff;
    }

    private void enter(int at) {
        int four = (int) INT.get(bytes, at);
        int slot = (four * FACTOR) >>> (32 - HASH_BITS);
        before[at & (SLOTS - 1)] = newest[slot];
        newest[slot] = at;
        newestOfThree[((four << 8) * FACTOR) >>> (32 - THREE_BITS)] = at;
    }

    private int search(int at, int most) {
        int four = (int) INT.get(bytes, at);
        int near = newestOfThree[((four << 8) * FACTOR) >>> (32 - THREE_BITS)];
        int place = newest[(four * FACTOR) >>> (32 - HASH_BITS)];
        enter(at);
        int best = 2;
        if (near != NOWHERE && at - near <= FARTHEST_OF_THREE && most >= 3
                && ((int) INT.get(bytes, near) ^ four) << 8 == 0) {
            best = 3;
            add(3, at - near);
        }
        int oldest = Math.max(0, at - Alphabet.LONGEST_DISTANCE);
        for (int left = depth; left > 0 && place >= oldest && best < most; left--) {
            if (bytes[place + best] == bytes[at + best]) {
                int differs = Arrays.mismatch(bytes, place, place + most, bytes, at, at + most);
                int length = differs < 0 ? most : differs;
                if (length > best) {
                    best = length;
                    add(length, at - place);
                }
            }
            place = before[place & (SLOTS - 1)];
        }
        return best;
    }

    private void add(int length, int distance) {
        if (count == matches.length) {
            matches = Arrays.copyOf(matches, 2 * count);
        }
        matches[count++] = length << 16 | distance;
    }
}

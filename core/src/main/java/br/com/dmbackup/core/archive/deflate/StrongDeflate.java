package br.com.dmbackup.core.archive.deflate;

import java.util.Arrays;

/**
 * Deflates blocks into less than {@link Deflate} does, for about seven times its work: among all ways to make a stretch
 * from literals and matches it takes the cheapest, by what the symbols cost when the stretch is made once before.
 */
public final class StrongDeflate {
    /** How many earlier places are compared. */
    private static final int DEPTH = 16;
    /** A match of this length is taken. */
    private static final int NICE = 32;
    /** As much is weighed at once. */
    private static final int STRETCH = 64 << 10;
    private static final int TIMES = 2;

    private final BitWriter out = new BitWriter();
    private final Tokens tokens = new Tokens(out);
    private final MatchList matches = new MatchList(STRETCH, DEPTH, NICE);
    private final Prices prices = new Prices();
    /** What the cheapest way to each place costs, and its last step: a match as length and distance, or 0. */
    private final int[] cost = new int[STRETCH + 1];
    private final int[] step = new int[STRETCH + 1];
    private final int[] way = new int[STRETCH];

    private int steps;
    private int written;

    /**
     * Encodes a block, ended by a full flush.
     *
     * @return the encoding's length, or -1 when there is no room for it
     */
    public int encode(byte[] plain, int length, byte[] target) {
        out.begin(target);
        tokens.clear();
        matches.begin(plain, length);
        prices.begin();
        written = 0;
        for (int from = 0; from < length; from += STRETCH) {
            int to = Math.min(length, from + STRETCH);
            matches.find(from, to);
            for (int time = 0; time < TIMES; time++) {
                weigh(plain, from, to);
                walkBack(plain, from, to);
                prices.learn();
            }
            if (!write(plain, from)) {
                return -1;
            }
        }
        if ((!tokens.isEmpty() && !writeUpTo(plain, length)) || !out.hasRoom(16)) {
            return -1;
        }
        out.put(0, 3);
        out.align();
        out.put(0xffff_0000, 32);
        out.align();
        return out.length();
    }

    private void weigh(byte[] plain, int from, int to) {
        int length = to - from;
        Arrays.fill(cost, 0, length + 1, Integer.MAX_VALUE);
        cost[0] = 0;
        for (int place = 0; place < length; place++) {
            int here = cost[place];
            if (here == Integer.MAX_VALUE) {
                // Inside of a long match.
                continue;
            }
            int last = matches.first(place + 1) - 1;
            int longest = last < matches.first(place) ? 0 : matches.length(last);
            if (longest >= NICE) {
                offer(place + longest, here + priceOf(last, longest), last, longest);
                continue;
            }
            int literal = here + prices.ofLiteral(plain[from + place] & 0xff);
            if (literal < cost[place + 1]) {
                cost[place + 1] = literal;
                step[place + 1] = 0;
            }
            int taken = 3;
            for (int match = matches.first(place); match <= last; match++) {
                for (; taken <= matches.length(match); taken++) {
                    offer(place + taken, here + priceOf(match, taken), match, taken);
                }
            }
        }
    }

    private int priceOf(int match, int length) {
        return prices.ofDistance(matches.distance(match)) + prices.ofLength(length);
    }

    private void offer(int place, int price, int match, int length) {
        if (price < cost[place]) {
            cost[place] = price;
            step[place] = length << 16 | matches.distance(match);
        }
    }

    private void walkBack(byte[] plain, int from, int to) {
        prices.clearCounts();
        steps = 0;
        for (int place = to - from; place > 0;) {
            int taken = step[place];
            way[steps++] = taken;
            if (taken == 0) {
                place--;
                prices.countLiteral(plain[from + place] & 0xff);
            } else {
                place -= taken >>> 16;
                prices.countMatch(taken >>> 16, taken & 0xffff);
            }
        }
    }

    private boolean write(byte[] plain, int from) {
        int at = from;
        while (steps > 0) {
            if (tokens.full() && !writeUpTo(plain, at)) {
                return false;
            }
            int taken = way[--steps];
            if (taken == 0) {
                tokens.literal(plain[at++] & 0xff);
            } else {
                tokens.match(taken >>> 16, taken & 0xffff);
                at += taken >>> 16;
            }
        }
        return true;
    }

    private boolean writeUpTo(byte[] plain, int at) {
        boolean done = tokens.write(plain, written, at);
        written = at;
        return done;
    }
}

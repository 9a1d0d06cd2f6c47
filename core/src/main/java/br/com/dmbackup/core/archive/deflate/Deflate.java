package br.com.dmbackup.core.archive.deflate;

/**
 * Deflates blocks, each from an empty window. Matches are chosen lazily: one is only taken when none that begins a byte
 * later is better.
 */
public final class Deflate {
    /** How many earlier places are compared. */
    private static final int DEPTH = 16;
    /** A match of this length is taken without looking for a longer one. */
    private static final int NICE = 128;
    /** From this length on a better match is not sought as hard. */
    private static final int GOOD = 16;
    /** From this length on what begins a byte later is not looked at. */
    private static final int LAZY = 64;
    private static final int NONE = 3;

    private final BitWriter out = new BitWriter();
    private final Tokens tokens = new Tokens(out);
    private final Window window;

    private int written;

    public Deflate() {
        this(new Window());
    }

    Deflate(Window window) {
        this.window = window;
    }

    /**
     * Encodes a block, ended by a full flush.
     *
     * @return the encoding's length, or -1 when there is no room for it
     */
    public int encode(byte[] plain, int length, byte[] target) {
        out.begin(target);
        tokens.clear();
        window.begin(plain, length);
        written = 0;
        int at = 0;
        int lastPlace = length - 4;
        while (at < length) {
            if (tokens.full() && !writeUpTo(plain, at)) {
                return -1;
            }
            at = at <= lastPlace ? step(plain, at, lastPlace) : literal(plain, at);
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

    private boolean writeUpTo(byte[] plain, int at) {
        boolean done = tokens.write(plain, written, at);
        written = at;
        return done;
    }

    private int literal(byte[] plain, int at) {
        tokens.literal(plain[at] & 0xff);
        return at + 1;
    }

    /** Adds one match, or one literal; returns where the next token begins. */
    private int step(byte[] plain, int from, int lastPlace) {
        int at = from;
        int length = window.enterAndFind(at, NONE, DEPTH, NICE);
        if (length == NONE) {
            return literal(plain, at);
        }
        int distance = window.distance();
        int next = at + 1;
        if (length < LAZY && next <= lastPlace) {
            int better = window.enterAndFind(next, length, length >= GOOD ? DEPTH >> 2 : DEPTH >> 1, NICE);
            if (better > length) {
                tokens.literal(plain[at] & 0xff);
                at = next;
                length = better;
                distance = window.distance();
            }
            next++;
        }
        tokens.match(length, distance);
        int end = at + length;
        window.enter(next, Math.min(end, lastPlace + 1));
        return end;
    }
}

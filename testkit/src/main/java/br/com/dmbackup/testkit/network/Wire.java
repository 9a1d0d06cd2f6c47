package br.com.dmbackup.testkit.network;

import java.time.Duration;

/**
 * One direction of a {@link TcpFaultProxy}, shared by all of its connections. What is ordered holds for bytes that come
 * after it.
 */
public final class Wire {
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final long QUEUE_NANOS = Duration.ofMillis(100).toNanos();

    private enum Manner {
        CARRY, SWALLOW, STALL
    }

    private Manner manner = Manner.CARRY;
    private long delayNanos;
    private long bytesPerSecond = NO_LIMIT;
    private long freeAt = System.nanoTime();
    private long allowed = NO_LIMIT;
    private long carried;

    Wire() {}

    /** Each byte arrives that much later. */
    public synchronized Wire delay(Duration delay) {
        delayNanos = delay.toNanos();
        return this;
    }

    /** No more bytes a second than that. */
    public synchronized Wire bandwidth(long newBytesPerSecond) {
        bytesPerSecond = newBytesPerSecond;
        return this;
    }

    /** After so many more bytes, the connection on which the last one came is reset at both ends. */
    public synchronized Wire cutAfter(long bytes) {
        allowed = bytes;
        return this;
    }

    /** Takes every byte and delivers none: the sender believes all is well. */
    public synchronized Wire swallow() {
        manner = Manner.SWALLOW;
        notifyAll();
        return this;
    }

    /** Takes no bytes: after the buffers of the system are full, the sender hangs. None is lost. */
    public synchronized Wire stall() {
        manner = Manner.STALL;
        return this;
    }

    /** As new: carries everything at once. */
    public synchronized Wire heal() {
        manner = Manner.CARRY;
        delayNanos = 0;
        bytesPerSecond = NO_LIMIT;
        allowed = NO_LIMIT;
        freeAt = System.nanoTime();
        notifyAll();
        return this;
    }

    /** Bytes delivered so far, or on their way. */
    public synchronized long carriedBytes() {
        return carried;
    }

    /** Waits while nothing is taken. */
    synchronized void awaitOpen() throws InterruptedException {
        while (manner == Manner.STALL) {
            wait();
        }
    }

    /** What is to be done with a piece of that many bytes. */
    synchronized Fate take(int bytes) {
        long now = System.nanoTime();
        if (manner == Manner.SWALLOW) {
            return new Fate(0, now, now, false);
        }
        int passing = (int) Math.min(bytes, allowed);
        boolean cut = allowed != NO_LIMIT && bytes >= allowed;
        if (allowed != NO_LIMIT) {
            allowed = cut ? NO_LIMIT : allowed - bytes;
        }
        carried += passing;
        long begins = Math.max(now, freeAt);
        freeAt = begins + (bytesPerSecond == NO_LIMIT ? 0 : passing * 1_000_000_000L / bytesPerSecond);
        return new Fate(passing, freeAt + delayNanos, begins - QUEUE_NANOS, cut);
    }

    /**
     * @param passing how many of the piece's bytes are delivered
     * @param dueNanos when
     * @param nextNanos when the next piece may be taken: a wire holds little
     * @param cut whether the connection ends with them
     */
    record Fate(int passing, long dueNanos, long nextNanos, boolean cut) {}
}

package br.com.dmbackup.core.program;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A fixed number of bytes on their way from one thread to another. Reads and writes of a pipe know nothing of Java's
 * interrupts; so a thread of its own stands at the pipe, and whoever waits here can be interrupted.
 */
public final class ByteRing {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] bytes;
    private int from;
    private int filled;
    private boolean ended;
    private boolean abandoned;

    public ByteRing(int capacity) {
        bytes = new byte[capacity];
    }

    /**
     * Puts all of it, waiting for room.
     *
     * @return false when nobody will take it any more
     */
    public boolean put(ByteBuffer source) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (source.hasRemaining()) {
                while (filled == bytes.length && !abandoned) {
                    changed.await();
                }
                if (abandoned) {
                    return false;
                }
                int to = (from + filled) % bytes.length;
                int piece = Math.min(source.remaining(), Math.min(bytes.length - filled, bytes.length - to));
                source.get(bytes, to, piece);
                filled += piece;
                changed.signalAll();
            }
            return !abandoned;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what is there, waiting for the first byte.
     *
     * @return how many bytes; -1 at the end
     */
    public int take(ByteBuffer target) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!target.hasRemaining()) {
                return 0;
            }
            while (filled == 0 && !ended && !abandoned) {
                changed.await();
            }
            if (filled == 0 || abandoned) {
                return -1;
            }
            int taken = 0;
            while (filled > 0 && target.hasRemaining()) {
                int piece = Math.min(target.remaining(), Math.min(filled, bytes.length - from));
                target.put(bytes, from, piece);
                from = (from + piece) % bytes.length;
                filled -= piece;
                taken += piece;
            }
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be put. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One side has gone: nobody waits here any longer. */
    public void abandon() {
        lock.lock();
        try {
            abandoned = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits no longer than this for the end; whether it has come. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return ended;
        } finally {
            lock.unlock();
        }
    }
}

package br.com.dmbackup.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file durable while it is still being written: the disk works at the same time as the processors, little is
 * left to be waited for in the end, and never is more than two strides of it in the way of what others commit. Whoever
 * writes faster than the disk is made to wait.
 */
public final class SteadyForce implements AutoCloseable {
    /** A stride that a till beside does not feel: its own commit waits behind no more than this and as much again. */
    public static final long UNFELT = 2L << 20;

    private final Disk disk;
    private final long stride;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private long written;
    private long forced;
    private boolean over;
    private @Nullable IOException failure;

    /**
     * @param channel stays open until this is closed
     * @param stride after how many bytes what was written is forced
     */
    public SteadyForce(FileChannel channel, long stride) {
        this(channel::force, stride);
    }

    /** For a file that is reached in another way. */
    public SteadyForce(Disk disk, long stride) {
        this.disk = disk;
        this.stride = stride;
        this.thread = Thread.ofPlatform().daemon().name("steady-force").start(this::run);
    }

    /** What a file is forced to; what {@link FileChannel#force} does. */
    @FunctionalInterface
    public interface Disk {
        void force(boolean metaData) throws IOException;
    }

    /** So many bytes more were written, by any thread; waits where two strides are not on the disk yet. */
    public void wrote(long bytes) {
        lock.lock();
        try {
            written += bytes;
            if (due()) {
                changed.signalAll();
            }
            while (!over && written - forced > 2 * stride) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean due() {
        return written - forced >= stride;
    }

    private void run() {
        while (true) {
            long reached = awaitStride();
            if (reached < 0) {
                return;
            }
            try {
                disk.force(false);
                forced(reached);
            } catch (IOException e) {
                // The system tells an error once: what comes after might look well.
                end(e);
                return;
            }
        }
    }

    /** How much was written when a stride was full; -1 in the end. */
    private long awaitStride() {
        lock.lock();
        try {
            while (!over && !due()) {
                changed.awaitUninterruptibly();
            }
            return over ? -1 : written;
        } finally {
            lock.unlock();
        }
    }

    private void forced(long reached) {
        lock.lock();
        try {
            forced = reached;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable IOException why) {
        lock.lock();
        try {
            over = true;
            failure = failure == null ? why : failure;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything written is durable.
     *
     * @throws IOException when it, or what was written before, is not
     */
    public void finish() throws IOException {
        close();
        if (failure != null) {
            throw new IOException(failure);
        }
        disk.force(true);
    }

    /** Ends the thread, so that the channel may be closed. */
    @Override
    public void close() {
        end(null);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

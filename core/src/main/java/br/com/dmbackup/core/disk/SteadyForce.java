package br.com.dmbackup.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file to the drive while it is still being written: the drive works at the same time as the processors, little
 * is left to be waited for in the end, and never are more than two strides of it in the way of what others commit. Whoever
 * writes faster than the drive is made to wait.
 */
public final class SteadyForce implements AutoCloseable {
    /** No piece that is written at once is longer, so that strides are kept. */
    public static final int PIECE_BYTES = (int) OpenFile.SENT_AT_ONCE;

    /** Where each step is a flush of the drive, so much makes it worth one, and is not felt by a till beside. */
    private static final long FORCED_AT_ONCE = 2L << 20;
    private static final long HURRIED = 64L << 20;

    private final Disk disk;
    private final long stride;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private long written;
    private long sent;
    private boolean over;
    private @Nullable IOException failure;

    /** For a file that is reached in another way; closed with this. */
    public SteadyForce(Disk disk) {
        this.disk = disk;
        this.stride = disk.stride();
        this.thread = Thread.ofPlatform().daemon().name("steady-force").start(this::run);
    }

    /**
     * For a file on a drive that a till may be using.
     *
     * @param channel open for writing; stays open until this is closed
     */
    public static SteadyForce unfelt(Path file, FileChannel channel) {
        return new SteadyForce(new OpenFile(channel, Writeback.of(file), FORCED_AT_ONCE));
    }

    /** For a file on a drive at which no till works, a stick that is carried about, or that people wait for. */
    public static SteadyForce hurried(FileChannel channel) {
        return new SteadyForce(new OpenFile(channel, Optional.empty(), HURRIED));
    }

    /** So many bytes more were written, by any thread; waits where two strides are not at the drive yet. */
    public void wrote(long bytes) {
        lock.lock();
        try {
            written += bytes;
            if (due()) {
                changed.signalAll();
            }
            while (!over && written - sent > 2 * stride) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean due() {
        return written - sent >= stride;
    }

    private void run() {
        while (true) {
            long reached = awaitStride();
            if (reached < 0) {
                return;
            }
            try {
                disk.send();
                sent(reached);
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

    private void sent(long reached) {
        lock.lock();
        try {
            sent = reached;
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
        endThread();
        if (failure != null) {
            throw new IOException(failure);
        }
        disk.force();
    }

    /** Ends the thread, so that the channel may be closed. */
    @Override
    public void close() {
        endThread();
        disk.close();
    }

    private void endThread() {
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

package br.com.dmbackup.core.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file durable while it is still being written, so that the disk works at the same time as the processors and
 * little is left to be waited for in the end.
 */
final class SteadyForce implements AutoCloseable {
    private final FileChannel channel;
    private final long stride;
    private final AtomicLong written = new AtomicLong();
    private final Semaphore strides = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ending;
    private volatile @Nullable IOException failure;

    /** @param stride after how many bytes what was written is forced */
    SteadyForce(FileChannel channel, long stride) {
        this.channel = channel;
        this.stride = stride;
        this.thread = Thread.ofPlatform().daemon().name("archive-force").start(this::run);
    }

    /** So many bytes more were written, by any thread. */
    void wrote(long bytes) {
        long now = written.addAndGet(bytes);
        if (now / stride != (now - bytes) / stride) {
            strides.release();
        }
    }

    private void run() {
        while (true) {
            strides.acquireUninterruptibly();
            strides.drainPermits();
            if (ending) {
                return;
            }
            try {
                channel.force(false);
            } catch (IOException e) {
                // The system tells an error once: what comes after might look well.
                failure = e;
                return;
            }
        }
    }

    /** Waits until everything written is durable. */
    void finish() throws IOException {
        close();
        if (failure != null) {
            throw new IOException(failure);
        }
        channel.force(true);
    }

    /** Ends the thread, so that the channel may be closed. */
    @Override
    public void close() {
        ending = true;
        strides.release();
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

package br.com.dmbackup.destination.terminal;

import java.time.Duration;

/**
 * A bucket of bytes that fills steadily, half a second deep, so that a copy leaves the line to others between two blocks.
 * Not thread-safe: one for each copy.
 */
final class UploadLimit {
    private static final long NANOS = 1_000_000_000;

    private final long bytesPerSecond;
    private final Waiting waiting;
    private long filledAt;
    private long bytes;

    /** @param bytesPerSecond 0 for none */
    UploadLimit(long bytesPerSecond, Waiting waiting) {
        this.bytesPerSecond = bytesPerSecond;
        this.waiting = waiting;
        this.filledAt = waiting.nanos();
        this.bytes = bytesPerSecond / 2;
    }

    /** Waits until that many bytes may leave. */
    void take(int count) throws InterruptedException {
        if (bytesPerSecond == 0) {
            return;
        }
        fill();
        bytes -= count;
        if (bytes < 0) {
            waiting.await(Duration.ofNanos(-bytes * NANOS / bytesPerSecond));
            fill();
        }
    }

    private void fill() {
        long now = waiting.nanos();
        long gained = (long) ((double) (now - filledAt) * bytesPerSecond / NANOS);
        if (gained > 0) {
            filledAt = now;
            bytes = Math.min(bytesPerSecond / 2, bytes + gained);
        }
    }
}

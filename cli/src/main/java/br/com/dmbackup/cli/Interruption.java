package br.com.dmbackup.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C and shutdown: interrupts the thread that does the work and gives it time to clear up. The Java VM then ends by
 * itself with 128 and the number of the signal: 130 for Ctrl+C.
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);

    static Interruption of(Thread worker) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.interrupt(worker), "interruption"));
        return interruption;
    }

    /** The work is over, whatever came of it. */
    void ended() {
        ended.countDown();
    }

    private void interrupt(Thread worker) {
        if (ended.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            // Longer than that the system does not wait either; what is half-made is cleared up at the next start.
            boolean inTime = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assert inTime || worker.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

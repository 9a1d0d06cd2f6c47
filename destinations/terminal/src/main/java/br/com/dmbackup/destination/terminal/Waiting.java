package br.com.dmbackup.destination.terminal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time as a copy sees it: what has gone by, and waiting for some of it to go by. */
interface Waiting {
    /** The system's own. */
    Waiting SYSTEM = new Waiting() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(Duration time) throws InterruptedException {
            // Never released: whoever waits is only woken by the time or an interruption.
            var _ = new Semaphore(0).tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
        }
    };

    /** A clock that nobody can set. */
    long nanos();

    void await(Duration time) throws InterruptedException;
}

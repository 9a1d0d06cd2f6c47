package br.com.dmbackup.agent.loop;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rests for a minute by a clock that nobody can set, so that neither summer time nor a corrected clock makes one long or
 * short.
 */
public final class MinuteRest implements Rest {
    private final Duration minute;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean ended;

    /** @param minute how long a minute is; a minute, but for demonstrations */
    public MinuteRest(Duration minute) {
        this.minute = minute;
    }

    @Override
    public boolean untilNext() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = minute.toNanos();
            while (!woken && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        change(() -> woken = true);
    }

    @Override
    public void end() {
        change(() -> ended = true);
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

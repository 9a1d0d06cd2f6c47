package br.com.dmbackup.agent.loop;

import java.time.Duration;

/**
 * Where the loop rests between two minutes. Counts by a clock that nobody can set, so that neither summer time nor a
 * corrected clock makes a minute long or short. Thread-safe.
 */
public final class Rest {
    private final Duration minute;
    private boolean woken;
    private boolean ended;

    /** @param minute how long a minute is; a minute, but for demonstrations */
    public Rest(Duration minute) {
        this.minute = minute;
    }

    /**
     * Rests until the next minute, or until somebody wakes it.
     *
     * @return whether there is a next minute
     */
    public synchronized boolean untilNext() throws InterruptedException {
        if (!woken && !ended) {
            wait(minute.toMillis());
        }
        woken = false;
        return !ended;
    }

    /** The next minute begins now: there is something to do. */
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** There is no next minute. */
    public synchronized void end() {
        ended = true;
        notifyAll();
    }
}

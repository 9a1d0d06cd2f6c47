package br.com.dmbackup.agent.loop;

import java.time.Duration;

/**
 * Rests for a minute by a clock that nobody can set, so that neither summer time nor a corrected clock makes one long or
 * short.
 */
public final class MinuteRest implements Rest {
    private final Duration minute;
    private boolean woken;
    private boolean ended;

    /** @param minute how long a minute is; a minute, but for demonstrations */
    public MinuteRest(Duration minute) {
        this.minute = minute;
    }

    @Override
    public synchronized boolean untilNext() throws InterruptedException {
        if (!woken && !ended) {
            wait(minute.toMillis());
        }
        woken = false;
        return !ended;
    }

    @Override
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    @Override
    public synchronized void end() {
        ended = true;
        notifyAll();
    }
}

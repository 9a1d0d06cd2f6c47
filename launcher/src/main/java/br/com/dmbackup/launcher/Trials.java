package br.com.dmbackup.launcher;

import java.time.Duration;

/** How often in a row it went wrong, and how long to wait therefore. */
final class Trials {
    private final Patience patience;
    private int failures;
    private int pauses;

    Trials(Patience patience) {
        this.patience = patience;
    }

    void failed() {
        failures++;
    }

    /** Whether a version on trial has had all its chances. */
    boolean exhausted() {
        return failures >= patience.trials();
    }

    /** Twice the one before, up to the longest. */
    Duration nextPause() {
        Duration pause = patience.shortestPause().multipliedBy(1L << Math.min(pauses, 20));
        pauses++;
        return pause.compareTo(patience.longestPause()) < 0 ? pause : patience.longestPause();
    }
}

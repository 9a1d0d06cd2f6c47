package br.com.dmbackup.core.policy;

import java.time.Duration;

/**
 * When and in which order owed deliveries are tried again: the newest backup first, as it is the one a store would want;
 * and never longer apart than half a minute, so that a destination that returns is served within one.
 */
public final class RetryPause {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private RetryPause() {}

    /** How long to wait after so many failures in a row. */
    public static Duration after(int failures) {
        long seconds = 5L << Math.clamp(failures - 1L, 0, 10);
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
    }
}

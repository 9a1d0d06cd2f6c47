package br.com.dmbackup.core.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * One moment on both clocks: the one on the wall, which people and NTP set, and the one that only runs on.
 */
public record Moment(Instant wall, MonotonicStamp monotonic) {
    /**
     * Time since an earlier moment by the monotonic clock; by the wall clock when the machine was started in between.
     * Negative when that one was set back.
     */
    public Duration since(Moment earlier) {
        return monotonic.since(earlier.monotonic).orElseGet(() -> Duration.between(earlier.wall, wall));
    }
}

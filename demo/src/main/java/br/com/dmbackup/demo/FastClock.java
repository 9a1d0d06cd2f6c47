package br.com.dmbackup.demo;

import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * A clock that runs some times faster than the real one, from a moment of its own. Two processes that are told the same
 * moments show the same time.
 */
final class FastClock extends Clock {
    private final InstantSource real;
    private final Start start;
    private final ZoneId zone;

    /**
     * Where it was set going.
     *
     * @param shown what it showed
     * @param at when that was in reality
     * @param speed how many times faster it runs
     */
    record Start(Instant shown, Instant at, int speed) {}

    FastClock(InstantSource real, Start start, ZoneId zone) {
        this.real = real;
        this.start = start;
        this.zone = zone;
    }

    /** Goes on from {@link DemoClock#monotonic()} of the same day. */
    MonotonicSource monotonic() {
        Instant midnight = start.shown().atZone(DemoCommand.ZONE).toLocalDate().atStartOfDay(DemoCommand.ZONE)
                .toInstant();
        return () -> new MonotonicStamp(DemoClock.BOOT, Duration.between(midnight, instant()).toNanos());
    }

    @Override
    public Instant instant() {
        return start.shown().plus(Duration.between(start.at(), real.instant()).multipliedBy(start.speed()));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FastClock(real, start, other);
    }
}

package br.com.dmbackup.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set or advanced. Clocks of other zones made from it follow it. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public SettableClock(Instant start, ZoneId zone) {
        this(new AtomicReference<>(start), zone);
    }

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows this time of day, as in {@code 2026-11-23T09:30}, in a zone. */
    public static SettableClock at(String localDateTime, ZoneId zone) {
        return new SettableClock(LocalDateTime.parse(localDateTime).atZone(zone).toInstant(), zone);
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    /** Sets the time of day, as in {@code 2026-11-23T09:30}, in this clock's zone. */
    public void set(String localDateTime) {
        set(LocalDateTime.parse(localDateTime).atZone(zone).toInstant());
    }

    /** Forward; back with a negative duration. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId otherZone) {
        return new SettableClock(now, otherZone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}

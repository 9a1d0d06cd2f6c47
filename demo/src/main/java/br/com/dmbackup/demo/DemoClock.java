package br.com.dmbackup.demo;

import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * The demo's time of day: shows what it was set to and runs on from there as fast as time really passes. Its monotonic
 * clock agrees with it, as on a machine that really ran for those hours.
 */
final class DemoClock extends Clock {
    static final String BOOT = "demo";

    private final LongSupplier realNanos;
    private final LocalDate day;
    private final ZoneId zone;
    private volatile Setting setting;

    private record Setting(Instant shown, long atNanos) {}

    /** @param realNanos how time really passes */
    DemoClock(LongSupplier realNanos, LocalDate day, ZoneId zone) {
        this.realNanos = realNanos;
        this.day = day;
        this.zone = zone;
        this.setting = setting(LocalTime.MIDNIGHT);
    }

    LocalDate today() {
        return day;
    }

    void set(LocalTime time) {
        setting = setting(time);
    }

    private Setting setting(LocalTime time) {
        return new Setting(day.atTime(time).atZone(zone).toInstant(), realNanos.getAsLong());
    }

    MonotonicSource monotonic() {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return () -> new MonotonicStamp(BOOT, Duration.between(midnight, instant()).toNanos());
    }

    @Override
    public Instant instant() {
        Setting now = setting;
        return now.shown().plusNanos(realNanos.getAsLong() - now.atNanos());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        DemoClock followed = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return followed.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return followed.withZone(another);
            }
        };
    }
}

package br.com.dmbackup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DemoClockTest {
    private final AtomicLong nanos = new AtomicLong(12_345);
    private final DemoClock clock = new DemoClock(nanos::get, LocalDate.of(2026, 3, 2),
            ZoneId.of("America/Sao_Paulo"));

    @Test
    void showsWhatItWasSetToAndRunsOn() {
        clock.set(LocalTime.of(9, 30));
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(clock.instant()).isEqualTo("2026-03-02T12:30:05Z");
        Clock elsewhere = clock.withZone(ZoneOffset.UTC);
        clock.set(LocalTime.of(10, 30));
        assertThat(elsewhere.instant()).isEqualTo("2026-03-02T13:30:00Z");
        assertThat(elsewhere.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void letsAsMuchTimePassOnTheMonotonicClockAsOnTheWall() {
        clock.set(LocalTime.of(9, 30));
        var before = clock.monotonic().now();
        clock.set(LocalTime.of(10, 30));
        assertThat(clock.monotonic().now().since(before)).contains(Duration.ofHours(1));
    }
}

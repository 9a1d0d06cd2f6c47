package br.com.dmbackup.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {
    @Test
    void standsStillUntilItIsMovedForwardOrBack() {
        var clock = SettableClock.at("2026-11-23T09:30", ZoneId.of("America/Sao_Paulo"));
        Clock utc = clock.withZone(ZoneOffset.UTC);

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-23T12:30:00Z"));
        clock.advance(Duration.ofMinutes(10));
        assertThat(utc.instant()).isEqualTo(Instant.parse("2026-11-23T12:40:00Z"));
        clock.advance(Duration.ofHours(-2));
        assertThat(utc.instant()).isEqualTo(Instant.parse("2026-11-23T10:40:00Z"));
        clock.set("2026-11-24T09:00");
        assertThat(utc.instant()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    }
}

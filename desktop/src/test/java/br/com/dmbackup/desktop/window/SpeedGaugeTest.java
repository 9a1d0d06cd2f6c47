package br.com.dmbackup.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpeedGaugeTest {
    private static final Instant WORK = Instant.parse("2026-11-23T17:00:00Z");
    private final SpeedGauge gauge = new SpeedGauge();

    @Test
    void tellsNothingBeforeItCan() {
        gauge.mark(WORK, WORK, 0);
        assertThat(gauge.bytesPerSecond()).isEmpty();
        gauge.mark(WORK, WORK.plusMillis(500), 100);
        assertThat(gauge.bytesPerSecond()).isEmpty();
        gauge.mark(WORK, WORK.plusSeconds(2), 1000);
        assertThat(gauge.bytesPerSecond()).hasValue(500);
    }

    @Test
    void forgetsTheSpeedOfLongAgoAndOfOtherWork() {
        for (int second = 0; second <= 20; second++) {
            gauge.mark(WORK, WORK.plusSeconds(second), second < 10 ? 1000L * second : 10_000 + 100L * (second - 10));
        }
        assertThat(gauge.bytesPerSecond().orElseThrow()).isLessThan(250);
        gauge.mark(WORK.plusSeconds(21), WORK.plusSeconds(21), 0);
        assertThat(gauge.bytesPerSecond()).isEmpty();
    }

    @Test
    void aClockThatGoesBackDoesNoHarm() {
        gauge.mark(WORK, WORK.plusSeconds(9), 500);
        gauge.mark(WORK, WORK, 600);
        assertThat(gauge.bytesPerSecond()).isEmpty();
    }
}

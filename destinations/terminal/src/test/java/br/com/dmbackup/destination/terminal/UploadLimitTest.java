package br.com.dmbackup.destination.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class UploadLimitTest {
    private final Simulated time = new Simulated();

    private static final class Simulated implements Waiting {
        private long now = 7;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void await(Duration waited) {
            now += waited.toNanos();
        }
    }

    @Test
    void aCopyTakesAsLongAsItsBytesMay() throws Exception {
        UploadLimit limit = new UploadLimit(100_000, time);

        for (int block = 0; block < 100; block++) {
            limit.take(20_000);
        }

        assertThat(Duration.ofNanos(time.now)).isBetween(Duration.ofMillis(19_000), Duration.ofMillis(20_100));
    }

    @Test
    void withoutALimitNobodyWaits() throws Exception {
        UploadLimit limit = new UploadLimit(0, time);

        limit.take(1_000_000_000);

        assertThat(time.now).isEqualTo(7);
    }

    @Test
    void hoursMayGoOverMidnight() {
        UploadHours night = UploadHours.parse("19:00-7:30").orElseThrow();
        UploadHours noon = UploadHours.parse("12:00 - 13:30").orElseThrow();

        assertThat(night.contain(LocalTime.of(19, 0))).isTrue();
        assertThat(night.contain(LocalTime.of(2, 0))).isTrue();
        assertThat(night.contain(LocalTime.of(7, 30))).isFalse();
        assertThat(night.contain(LocalTime.of(12, 0))).isFalse();
        assertThat(noon.contain(LocalTime.of(13, 29))).isTrue();
        assertThat(noon.contain(LocalTime.of(11, 59))).isFalse();
        assertThat(UploadHours.parse("25:00-03:00")).isEmpty();
        assertThat(UploadHours.parse("closed")).isEmpty();
        assertThat(UploadHours.parse("08:00-08:00")).isEmpty();
    }
}

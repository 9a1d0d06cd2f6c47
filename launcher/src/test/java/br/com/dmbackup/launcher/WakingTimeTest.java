package br.com.dmbackup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WakingTimeTest {
    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(9).toNanos());
    private final WakingTime time = new WakingTime(nanos::get, Duration.ofSeconds(5));

    @Test
    void aNightAsleepCountsNoNight() {
        Life life = new Life(Patience.USUAL, time.now());
        nanos.addAndGet(Duration.ofHours(9).toNanos());
        assertThat(life.silentTooLong(time.now())).isFalse();
    }

    @Test
    void silenceWhileAwakeCounts() {
        Life life = new Life(Patience.USUAL, time.now());
        for (int look = 0; look < 24; look++) {
            nanos.addAndGet(Duration.ofSeconds(5).toNanos());
            assertThat(life.silentTooLong(time.now())).isFalse();
        }
        nanos.addAndGet(1);
        assertThat(life.silentTooLong(time.now())).isTrue();
    }

    @Test
    void aPulseBeginsTheSilenceAnewAndTenMinutesOfThemAreAGoodLife() {
        Life life = new Life(Patience.USUAL, time.now());
        for (int look = 0; look <= 120; look++) {
            nanos.addAndGet(Duration.ofSeconds(5).toNanos());
            assertThat(life.good(time.now())).isFalse();
            life.look(time.now(), look);
            assertThat(life.silentTooLong(time.now())).isFalse();
        }
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(life.good(time.now())).isTrue();
    }

    @Test
    void pausesGrowToAMinute() {
        Trials trials = new Trials(Patience.USUAL);
        assertThat(java.util.stream.Stream.generate(trials::nextPause).limit(40).map(Duration::toSeconds))
                .startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L).endsWith(60L);
    }
}

package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.SuspectRing.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspectRingTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");

    /** Of ten bytes each; given out of order. */
    private final List<Held<String>> ring = List.of(held("second", 1), held("newest", 3), held("oldest", 0),
            held("third", 2));

    @Test
    void givesUpTheOldestForTheRoomThatIsMissing() {
        assertThat(SuspectRing.forRoom(ring, 1, false)).containsExactly("oldest");
        assertThat(SuspectRing.forRoom(ring, 11, false)).containsExactly("oldest", "second");
        assertThat(SuspectRing.forRoom(ring, 0, false)).isEmpty();
        assertThat(SuspectRing.forRoom(List.<Held<String>>of(), 100, true)).isEmpty();
    }

    @Test
    void keepsTheNewestAsLongAsPossible() {
        assertThat(SuspectRing.forRoom(ring, 1000, false)).containsExactly("oldest", "second", "third");
        assertThat(SuspectRing.forRoom(ring, 1000, true)).containsExactly("oldest", "second", "third", "newest");
        assertThat(SuspectRing.forRoom(ring, 30, true)).doesNotContain("newest");
    }

    @Test
    void owedDeliveriesAreTriedAgainWithinAMinute() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 1_000_000).mapToObj(RetryPause::after)).extracting(Duration::toSeconds)
                .containsExactly(5L, 5L, 10L, 20L, 30L, 30L);
    }

    private static Held<String> held(String name, int order) {
        return new Held<>(name, BEGIN.plusSeconds(order), 10);
    }
}

package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.StoredArchive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuspectRingTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void fillsThreePlacesAndThenTakesTheOldest() {
        List<StoredArchive> stored = new ArrayList<>();
        stored.add(new StoredArchive(new ArchiveName("09h/MCDados.zip"), 1, BEGIN.minusSeconds(1)));
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ArchiveName next = SuspectRing.next("MCDados", stored);
            places.add(next.value());
            stored.removeIf(archive -> archive.name().equals(next));
            stored.add(new StoredArchive(next, 1, BEGIN.plusSeconds(i)));
        }
        assertThat(places).extracting(place -> place.charAt("suspeito/".length())).containsExactly('1', '2', '3', '1',
                '2', '3', '1');
        assertThat(places.getFirst()).isEqualTo("suspeito/1/MCDados.zip");
    }

    @Test
    void anotherDatabasesPlacesAreNotItsOwn() {
        var stored = List.of(new StoredArchive(new ArchiveName("suspeito/1/Outro.zip"), 1, BEGIN));
        assertThat(SuspectRing.next("MCDados", stored)).hasToString("suspeito/1/MCDados.zip");
    }

    @Test
    void owedDeliveriesAreTriedAgainWithinAMinute() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 1_000_000).mapToObj(RetryPause::after)).extracting(Duration::toSeconds)
                .containsExactly(5L, 5L, 10L, 20L, 30L, 30L);
    }
}

package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.installation.ArchiveFinder;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.run.AutomaticRun;
import br.com.dmbackup.core.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dead battery sets the clock years ahead, and somebody sets it right again. */
class ClockJourneyTest {
    @TempDir
    Path folder;

    @Test
    void backupsFromTheFutureDoNotKeepLaterOnesFromTheTerminal() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2032-01-01T09:30"));
        store.sell(10);
        Manifest later = succeeded(store.backupAt("2022-06-29T09:30"));
        assertNewest(store, later);
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(later);
    }

    @Test
    void evenAfterTheCatalogIsLost() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2032-01-01T08:30"));
        succeeded(store.backupAt("2032-01-01T09:30"));
        Files.delete(store.home.catalogFile());
        Manifest later = succeeded(store.backupAt("2022-06-29T09:30"));
        assertNewest(store, later);
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(later);
    }

    @Test
    void theSlotsOfTheFutureAreTheFirstToGo() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder).localSlots(2);
        succeeded(store.backupAt("2032-01-01T20:30"));
        succeeded(store.backupAt("2032-01-01T21:30"));
        succeeded(store.backupAt("2022-06-29T09:30"));
        succeeded(store.backupAt("2022-06-29T10:30"));
        assertThat(SlotsTest.filledSlots(store.home.backupFolder())).containsExactly("09h", "10h");
    }

    @ParameterizedTest(name = "a clock that shows {0} min every 2 min")
    @CsvSource({"2, 3", "60, 4", "1440, 4", "0, 2", "-60, 4"})
    void twoHoursOfAskingEveryTwoMinutesMakeAFewBackupsWhateverTheClockShows(int minutes, int backups) {
        AtomicReference<Duration> sinceStart = new AtomicReference<>(Duration.ZERO);
        StoreUnderTest store = new StoreUnderTest(folder).monotonic(sinceStart::get);
        int made = 0;
        for (int asked = 0; asked < 60; asked++) {
            try (Installation here = store.open()) {
                made += new AutomaticRun(here, store.listener).runIfDue() instanceof RunOutcome.Succeeded ? 1 : 0;
            }
            sinceStart.updateAndGet(since -> since.plusMinutes(2));
            store.clock.advance(Duration.ofMinutes(minutes));
        }
        assertThat(made).isEqualTo(backups);
    }

    private static void assertNewest(StoreUnderTest store, Manifest expected) throws IOException {
        assertThat(backupIn(store.home.backupFolder().resolve("MCDados.zip"))).isEqualTo(expected);
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(expected);
        try (Installation here = store.open()) {
            assertThat(new ArchiveFinder(here).find(new Wanted.Newest())).first()
                    .satisfies(copy -> assertThat(copy.placement().orElseThrow().backup()).hasValue(expected.backup()));
        }
    }
}

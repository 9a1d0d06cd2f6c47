package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.AutomaticRun;
import br.com.dmbackup.core.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that nobody has any more does not count as this hour's. */
class LostHourTest {
    @TempDir
    Path folder;
    private StoreUnderTest store;

    @BeforeEach
    void aBackupOfThisHour() {
        store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2022-06-29T08:10"));
        succeeded(store.backupAt("2022-06-29T09:10"));
        store.clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void thisHoursBackupIsMadeAgainWhenItsCopiesAreGoneEverywhere() throws IOException {
        Files.delete(store.localSlot(9));
        Files.delete(store.terminalSlot(9));
        // The terminal is looked at by the deliveries, which come every minute.
        lookEverywhere();
        succeeded(ifDue());
        Files.delete(store.localSlot(9));
        Files.delete(store.terminalSlot(9));
        lookEverywhere();
        assertThat(ifDue()).as("a pause, as after a failure").isInstanceOf(RunOutcome.Skipped.class);
        store.clock.advance(Duration.ofMinutes(5));
        succeeded(ifDue());
        assertThat(store.localSlot(9)).exists();
        assertThat(ifDue()).isInstanceOf(RunOutcome.Skipped.class);
    }

    @Test
    void aCopyElsewhereIsEnough() throws IOException {
        Files.delete(store.localSlot(9));
        assertThat(ifDue()).isInstanceOf(RunOutcome.Skipped.class);
    }

    private void lookEverywhere() {
        try (Installation here = store.open()) {
            here.tidy(store.listener);
            new Deliveries(here, store.listener).makeOwed();
        }
    }

    private RunOutcome ifDue() {
        try (Installation here = store.open()) {
            return new AutomaticRun(here, store.listener).runIfDue();
        }
    }
}

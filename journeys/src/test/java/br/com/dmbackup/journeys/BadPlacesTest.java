package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.filledSlots;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.deliver.DeliveryResult;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real terminal's folder that is away, read-only, full, or goes in the middle of a delivery. */
class BadPlacesTest {
    @TempDir
    Path folder;

    @Test
    void aMissingTerminalIsNeverMadeInPassing() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        Path machine = folder.resolve("Terminal da Farmácia");
        Path away = folder.resolve("desligado");
        Files.move(machine, away);
        Manifest owed = partly(store.backupAt("2022-06-29T09:30"), FaultCode.DESTINATION_MISSING);
        assertThat(machine).doesNotExist();
        Files.move(away, machine);
        delivered(store, owed);
    }

    @Test
    void aReadOnlyTerminalKeepsWhatItHas() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder);
        try (SmallDisk disk = SmallDisk.on(store.terminal, 4096)) {
            Manifest old = succeeded(store.backupAt("2022-06-28T09:30"));
            disk.makeReadOnly();
            partly(store.backupAt("2022-06-29T09:30"), FaultCode.DESTINATION_READ_ONLY);
            assertThat(backupIn(store.terminalSlot(9))).isEqualTo(old);
        }
    }

    @Test
    void aFullTerminalKeepsWhatItHasAndGetsTheRestWhenThereIsRoom() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder);
        try (SmallDisk disk = SmallDisk.on(store.terminal, 1024)) {
            Manifest old = succeeded(store.backupAt("2022-06-28T09:30"));
            disk.fillUpTo(8192);
            Manifest owed = partly(store.backupAt("2022-06-29T09:30"), FaultCode.DESTINATION_FULL);
            assertThat(backupIn(store.terminalSlot(9))).isEqualTo(old);
            Files.delete(store.terminal.resolve("ballast.bin"));
            delivered(store, owed);
        }
    }

    @Test
    void aTerminalThatGoesInTheMiddleOfADeliveryKeepsTheOldAndGetsTheNewLater() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        Manifest old = succeeded(store.backupAt("2022-06-28T09:30"));
        Path machine = folder.resolve("Terminal da Farmácia");
        Path away = folder.resolve("desligado");
        AtomicBoolean delivering = new AtomicBoolean();
        store.clock.set("2022-06-29T09:30");
        Manifest owed;
        try (Installation here = store.open(step -> {
            delivering.compareAndSet(false, step == Step.DELIVERY_STARTED);
            if (step == Step.PLACE_WRITTEN && delivering.get()) {
                move(machine, away);
            }
        })) {
            owed = partly(new BackupRun(here, store.listener).run(), FaultCode.DESTINATION_LOST);
        }
        assertThat(machine).doesNotExist();
        assertThat(backupIn(away.resolve("MCBkp/09h/MCDados.zip"))).isEqualTo(old);
        move(away, machine);
        delivered(store, owed);
        assertThat(StandingArchives.leftovers(store)).isEmpty();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The backup stands here, and only the terminal lacks it, for that reason. */
    private static Manifest partly(RunOutcome outcome, FaultCode why) {
        assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
        RunOutcome.Partial partial = (RunOutcome.Partial) outcome;
        assertThat(partial.faults()).extracting(fault -> fault.code()).containsExactly(why);
        assertThat(partial.placement().place()).isEqualTo("local");
        return partial.manifest();
    }

    private static void delivered(StoreUnderTest store, Manifest owed) throws IOException {
        store.clock.advance(Duration.ofMinutes(1));
        try (Installation here = store.open()) {
            assertThat(new Deliveries(here, store.listener).makeDue()).extracting(DeliveryResult::stillOwed)
                    .containsExactly(0);
        }
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(owed);
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(owed);
        assertThat(filledSlots(store.terminal)).containsExactly("09h");
    }
}

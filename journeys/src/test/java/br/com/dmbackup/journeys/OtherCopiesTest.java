package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.OwedDeliveriesTest.flipBit;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.rebuild.CatalogRebuild;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.verify.Verification;
import br.com.dmbackup.core.verify.VerifiedCopy;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that are not what the catalog believes: another backup, gone, or at a place that is away. */
class OtherCopiesTest {
    private static final Wanted NINE = new Wanted.InSlot(new Slot(9));

    @TempDir
    Path folder;
    private StoreUnderTest store;

    @BeforeEach
    void twoBackups() {
        store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2022-06-29T09:30"));
        store.sell(70);
        succeeded(store.backupAt("2022-06-29T10:30"));
    }

    @Test
    void aCopyThatIsAnotherBackupThanTheOneNotedIsRefused() throws IOException {
        Files.copy(store.terminalSlot(10), store.terminalSlot(9), StandardCopyOption.REPLACE_EXISTING);
        try (Installation here = store.open()) {
            List<VerifiedCopy> copies = new Verification(here, store.listener).verify(NINE);
            assertThat(copies).extracting(VerifiedCopy::place, VerifiedCopy::sound).containsExactly(
                    org.assertj.core.groups.Tuple.tuple("local", true),
                    org.assertj.core.groups.Tuple.tuple("terminal", false));

            flipBit(store.localSlot(9), 2000);
            Path beside = folder.resolve("volta.db");
            assertThatThrownBy(() -> new DatabaseRestore(here, store.listener).toNew(NINE, beside.toString()))
                    .isInstanceOfSatisfying(BackupFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED));
            assertThat(beside).doesNotExist();
        }
    }

    @Test
    void aCopyThatIsGoneIsToldAndStaysNotedAsGone() throws IOException {
        Files.delete(store.localSlot(9));
        try (Installation here = store.open()) {
            List<VerifiedCopy> copies = new Verification(here, store.listener).verifyAll();
            assertThat(copies).filteredOn(copy -> !copy.sound()).singleElement()
                    .satisfies(copy -> assertThat(copy.fault().orElseThrow().code())
                            .isEqualTo(FaultCode.ARCHIVE_MISSING));
            assertThat(stateOf(here, Placement.LOCAL)).isEqualTo(State.GONE);
        }
    }

    @Test
    void aPlaceThatIsAwaySaysNothingAgainstItsCopies() throws IOException {
        Files.move(store.terminal, folder.resolve("desligado"));
        try (Installation here = store.open()) {
            List<VerifiedCopy> all = new Verification(here, store.listener).verifyAll();
            assertThat(all).filteredOn(copy -> copy.place().equals("terminal")).singleElement()
                    .satisfies(copy -> assertThat(copy.fault().orElseThrow().code())
                            .isEqualTo(FaultCode.DESTINATION_MISSING));
            List<VerifiedCopy> nine = new Verification(here, store.listener).verify(NINE);
            assertThat(nine).extracting(VerifiedCopy::sound).containsExactly(true, false);
            assertThat(stateOf(here, "terminal")).isEqualTo(State.HELD);
        }
    }

    @Test
    void aRebuildOfTheCatalogDoesNotForgetWhichCopyIsDamaged() throws IOException {
        flipBit(store.localSlot(9), 2000);
        try (Installation here = store.open()) {
            new Verification(here, store.listener).verifyAll();
            assertThat(stateOf(here, Placement.LOCAL)).isEqualTo(State.DAMAGED);
            new CatalogRebuild(here, store.listener).rebuild();
            assertThat(stateOf(here, Placement.LOCAL)).isEqualTo(State.DAMAGED);
            assertThat(here.catalog().placement("terminal", here.layout().slot(new Slot(9))).orElseThrow()
                    .verifiedAt()).isPresent();

            var written = Files.getLastModifiedTime(store.localSlot(9)).toInstant();
            Files.copy(store.terminalSlot(9), store.localSlot(9), StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(store.localSlot(9), FileTime.from(written.plusSeconds(60)));
            new CatalogRebuild(here, store.listener).rebuild();
            assertThat(stateOf(here, Placement.LOCAL)).isEqualTo(State.HELD);
        }
    }

    private static State stateOf(Installation here, String place) {
        return here.catalog().placement(place, here.layout().slot(new Slot(9))).orElseThrow().state();
    }
}

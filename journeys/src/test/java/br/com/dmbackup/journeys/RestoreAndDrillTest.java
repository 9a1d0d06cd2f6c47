package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.OwedDeliveriesTest.flipBit;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.drill.RestoreDrill;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.core.report.SlotTable.CellState;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.restore.RestoreOutcome;
import br.com.dmbackup.core.verify.Verification;
import br.com.dmbackup.core.verify.VerifiedCopy;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day for which all the others exist. */
class RestoreAndDrillTest {
    @TempDir
    Path folder;

    private static final Wanted NINE = new Wanted.InSlot(new Slot(9));

    @Test
    void aDeletedDatabaseComesBackWithEqualRows() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        long rows = StoreUnderTest.rows(store.database);
        Files.delete(store.database);
        try (Installation here = store.open()) {
            RestoreOutcome outcome = new DatabaseRestore(here, store.listener).replacing(new Wanted.Newest());
            assertThat(outcome.keptOldDatabase()).isEmpty();
            assertThat(outcome.comparison().equal()).isTrue();
        }
        assertThat(StoreUnderTest.rows(store.database)).isEqualTo(rows);
        assertThat(store.listener.noticeCodes()).isEmpty();
    }

    @Test
    void aDatabaseThatIsRuinedIsKeptAsItIs() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        long rows = StoreUnderTest.rows(store.database);
        StoreUnderTest.write(store.database, "not a database any more".repeat(1_000));
        try (Installation here = store.open()) {
            RestoreOutcome outcome = new DatabaseRestore(here, store.listener).replacing(new Wanted.Newest());
            assertThat(Path.of(outcome.keptOldDatabase().orElseThrow())).content().startsWith("not a database");
        }
        assertThat(StoreUnderTest.rows(store.database)).isEqualTo(rows);
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.NO_SAFETY_BACKUP);
    }

    @Test
    void replacingTakesASafetyBackupFirstAndKeepsTheOldDatabase() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        store.sell(70);
        try (Installation here = store.open()) {
            RestoreOutcome outcome = new DatabaseRestore(here, store.listener).replacing(NINE);
            assertThat(StoreUnderTest.rows(store.database)).isEqualTo(500);
            Path kept = Path.of(outcome.keptOldDatabase().orElseThrow());
            assertThat(StoreUnderTest.rows(kept)).isEqualTo(570);
            assertThat(SlotTable.of(here).others()).hasSize(1);
            assertThat(new Verification(here, store.listener).verifyAll()).hasSize(3).allMatch(VerifiedCopy::sound);
        }
        assertThat(store.listener.noticeCodes()).contains(NoticeCode.SAFETY_BACKUP_MADE);
    }

    @Test
    void restoringBesideLeavesTheLiveDatabaseAloneAndRefusesAnExistingFile() {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        store.sell(70);
        Path beside = folder.resolve("Farmácia de ontem.db");
        try (Installation here = store.open()) {
            DatabaseRestore restore = new DatabaseRestore(here, store.listener);
            restore.toNew(NINE, beside.toString());
            assertThat(StoreUnderTest.rows(beside)).isEqualTo(500);
            assertThat(StoreUnderTest.rows(store.database)).isEqualTo(570);
            assertThatThrownBy(() -> restore.toNew(NINE, beside.toString()))
                    .isInstanceOfSatisfying(BackupFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(FaultCode.RESTORE_TARGET_EXISTS));
        }
    }

    @Test
    void aDamagedLocalCopyIsPassedOverForTheTerminals() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        flipBit(store.localSlot(9), 2000);
        Path beside = folder.resolve("volta.db");
        try (Installation here = store.open()) {
            RestoreOutcome outcome = new DatabaseRestore(here, store.listener).toNew(NINE, beside.toString());
            assertThat(outcome.from()).startsWith(store.terminal.toString());
            assertThat(SlotTable.of(here).rows().getFirst().cells()).extractingByKey("local")
                    .extracting(SlotTable.Cell::state).isEqualTo(CellState.DAMAGED);
        }
        assertThat(StoreUnderTest.rows(beside)).isEqualTo(500);
    }

    @Test
    void verificationFindsTheRotInOneCopyWhileTheOtherIsGood() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        flipBit(store.terminalSlot(9), 2000);
        try (Installation here = store.open()) {
            assertThat(new Verification(here, store.listener).verifyAll())
                    .extracting(VerifiedCopy::place, VerifiedCopy::sound)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("local", true),
                            org.assertj.core.groups.Tuple.tuple("terminal", false));
        }
        succeededAfterRepair(store);
    }

    /** A damaged copy at a destination is brought again with the next run. */
    private static void succeededAfterRepair(StoreUnderTest store) throws IOException {
        succeeded(store.backupAt("2022-06-29T10:30"));
        assertThat(Files.mismatch(store.localSlot(9), store.terminalSlot(9))).isEqualTo(-1);
    }

    @Test
    void aDrillProvesTheBackupAndLeavesNothingBehind() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        try (Installation here = store.open()) {
            DrillRecord drill = new RestoreDrill(here, store.listener).drill(new Wanted.Newest());
            assertThat(drill.passed()).isTrue();
            assertThat(drill.rows()).isEqualTo(500);
            assertThat(SlotTable.of(here).rows().getFirst().provenAt()).isPresent();
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("loja.db", "MBHSist",
                    "Terminal da Farmácia");
        }
    }

    @Test
    void aDrillOfADamagedBackupFailsAndIsRecordedSo() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backup());
        flipBit(store.localSlot(9), 2000);
        flipBit(store.terminalSlot(9), 2000);
        try (Installation here = store.open()) {
            assertThatThrownBy(() -> new RestoreDrill(here, store.listener).drill(NINE))
                    .isInstanceOfSatisfying(BackupFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED));
            assertThat(here.catalog().drills()).first().extracting(DrillRecord::passed, DrillRecord::fault)
                    .containsExactly(false, Optional.of("ARCHIVE_DAMAGED"));
        }
    }
}

package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.filledSlots;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.Acceptance;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps that nobody should trust: kept beside, never over a slot. */
class BrakeJourneyTest {
    @TempDir
    Path folder;
    private StoreUnderTest store;
    private Manifest good;

    @BeforeEach
    void oneGoodBackup() {
        store = new StoreUnderTest(folder);
        store.sell(3000);
        good = succeeded(store.backupAt("2022-06-29T09:30"));
    }

    @Test
    void aDatabaseThatLostMostOfItsRowsIsSuspicious() throws IOException {
        store.sql("delete from produto where id > 900");
        store.sql("vacuum");
        BackupFault fault = suspicious(store.backupAt("2022-06-30T09:30"));

        assertThat(fault.text(Messages.in(Language.PT_BR))).contains(
                "mais da metade das linhas (1 de 1 tabelas; eram 3.500 linhas, restam 900)", "suspeito")
                .doesNotContain("{", "ROWS_LOST");
        assertThat(backupIn(suspect(9)).rowCounts()).containsEntry("produto", 900L);
        assertNoSlotChanged();
    }

    @Test
    void whatAPersonAcceptsTakesItsSlotAndIsTheMeasureFromThenOn() throws IOException {
        store.sql("delete from produto where id > 900");
        store.sql("vacuum");
        suspicious(store.backupAt("2022-06-30T09:30"));
        store.clock.set("2022-06-30T09:45");
        try (Installation here = store.open()) {
            Manifest accepted = succeeded(new Acceptance(here, store.listener).acceptNewest());
            assertThat(accepted.rowCounts()).containsEntry("produto", 900L);
            assertThat(backupIn(store.localSlot(9))).isEqualTo(accepted);
            assertThat(backupIn(store.terminalSlot(9))).isEqualTo(accepted);
            assertThat(suspect(9)).doesNotExist();
            assertThat(terminalSuspect(9)).doesNotExist();
            assertThatThrownBy(() -> new Acceptance(here, store.listener).acceptNewest())
                    .isInstanceOfSatisfying(BackupFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOTHING_SUSPICIOUS));
        }
        succeeded(store.backupAt("2022-06-30T10:30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nem todo arquivo é um banco de dados."})
    void anEmptyOrForeignDumpIsSuspicious(String dump) throws IOException {
        store.engineAs(engine -> new ForgedDumps(engine, dump.getBytes(StandardCharsets.UTF_8)));
        BackupFault fault = suspicious(store.backupAt("2022-06-30T09:30"));

        assertThat(fault.text(Messages.in(Language.PT_BR))).contains(dump.isEmpty() ? "vazio" : "começo da cópia")
                .doesNotContain("{", "WRONG_MAGIC", "EMPTY");
        assertThat(backupIn(suspect(9))).isEqualTo(backupIn(terminalSuspect(9)));
        assertNoSlotChanged();
    }

    @Test
    void aSuspiciousFirstBackupIsKeptBesideToo() throws IOException {
        StoreUnderTest other = new StoreUnderTest(folder.resolve("outra"));
        other.engineAs(engine -> new ForgedDumps(engine, new byte[0]));
        suspicious(other.backup());
        assertThat(filledSlots(other.home.backupFolder())).isEmpty();
        assertThat(filledSlots(other.terminal)).isEmpty();
    }

    @Test
    void theBrakeKnowsTheLastSizeThoughTheCatalogIsLost() throws IOException {
        store.sql("delete from produto where id > 900");
        store.sql("vacuum");
        Files.delete(store.home.catalogFile());
        suspicious(store.backupAt("2022-06-30T09:30"));
        assertNoSlotChanged();
    }

    @Test
    void aHealthyBackupAfterwardsTakesItsSlot() throws IOException {
        store.engineAs(engine -> new ForgedDumps(engine, new byte[0]));
        suspicious(store.backupAt("2022-06-30T09:30"));
        store.engineAs(engine -> engine);
        Manifest healthy = succeeded(store.backupAt("2022-06-30T09:40"));
        assertThat(backupIn(store.localSlot(9))).isEqualTo(healthy);
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(healthy);
    }

    private Path suspect(int hour) {
        return SuspectsJourneyTest.suspect(store.home.backupFolder(), hour);
    }

    private Path terminalSuspect(int hour) {
        return SuspectsJourneyTest.suspect(store.terminal, hour);
    }

    private static BackupFault suspicious(RunOutcome outcome) {
        assertThat(outcome).isInstanceOf(RunOutcome.Failed.class);
        BackupFault fault = ((RunOutcome.Failed) outcome).fault();
        assertThat(fault.code()).as(fault.getMessage()).isEqualTo(FaultCode.BACKUP_SUSPICIOUS);
        return fault;
    }

    private void assertNoSlotChanged() throws IOException {
        for (Path place : new Path[]{store.home.backupFolder(), store.terminal}) {
            assertThat(filledSlots(place)).containsExactly("09h");
            assertThat(backupIn(place.resolve("09h/MCDados.zip"))).isEqualTo(good);
            assertThat(backupIn(place.resolve("MCDados.zip"))).isEqualTo(good);
        }
        assertThat(StandingArchives.leftovers(store)).isEmpty();
    }
}

package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.filledSlots;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This machine's disk is full, or holds fewer slots than the day has hours. */
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void withAFullDiskTheArchiveGoesToTheTerminalAndIsBroughtHomeInPlaceOfAnOlderSlot() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder);
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 2048)) {
            twoBackups(store);
            disk.fillUpTo(8192);
            List<Step> steps = Collections.synchronizedList(new ArrayList<>());
            store.clock.set("2022-06-29T09:30");
            Manifest fresh;
            try (Installation here = store.open(steps::add)) {
                RunOutcome outcome = new BackupRun(here, store.listener).run();
                fresh = succeeded(outcome);
                assertThat(((RunOutcome.Succeeded) outcome).placement().place()).isEqualTo("terminal");
            }
            assertThat(store.listener.noticeCodes()).contains(NoticeCode.WRITTEN_ELSEWHERE, NoticeCode.SLOT_GIVEN_UP);
            assertThat(steps.indexOf(Step.SLOT_GIVEN_UP)).isGreaterThan(steps.indexOf(Step.BACKUP_RECORDED));
            assertThat(backupIn(store.terminalSlot(9))).isEqualTo(fresh);
            assertThat(backupIn(store.localSlot(9))).isEqualTo(fresh);
            assertThat(backupIn(store.home.backupFolder().resolve("MCDados.zip"))).isEqualTo(fresh);
            assertThat(filledSlots(store.home.backupFolder())).containsExactly("08h", "09h");
            assertThat(filledSlots(store.terminal)).containsExactly("07h", "08h", "09h");
            assertThat(StandingArchives.leftovers(store)).isEmpty();
        }
    }

    @Test
    void anArchiveThatOutgrowsTheDiskWhileItIsWrittenGoesToTheTerminalToo() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder);
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 2048)) {
            twoBackups(store);
            store.sell(5000);
            disk.fillUpTo(Files.size(store.localSlot(8)) * 2);
            store.clock.set("2022-06-29T09:30");
            RunOutcome outcome = store.backup();
            assertThat(store.listener.noticeCodes()).contains(NoticeCode.WRITTEN_ELSEWHERE);
            assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
            RunOutcome.Partial partial = (RunOutcome.Partial) outcome;
            assertThat(partial.faults()).extracting(fault -> fault.code()).containsExactly(FaultCode.LOCAL_FULL);
            assertThat(backupIn(store.terminalSlot(9))).isEqualTo(partial.manifest());
            assertThat(filledSlots(store.home.backupFolder())).contains("08h").doesNotContain("09h");
            assertThat(StandingArchives.leftovers(store)).isEmpty();
        }
    }

    @Test
    void withTheTerminalAwayAFullDiskCostsNoSlot() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder);
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 2048)) {
            twoBackups(store);
            disk.fillUpTo(8192);
            Files.move(store.terminal, folder.resolve("desligado"));
            failed(store.backupAt("2022-06-29T09:30"));
            assertThat(filledSlots(store.home.backupFolder())).containsExactly("07h", "08h");
            assertThat(StandingArchives.leftovers(store)).isEmpty();
        }
    }

    @Test
    void withNoOtherPlaceAFullDiskCostsNoSlot() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder).alone();
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 2048)) {
            twoBackups(store);
            disk.fillUpTo(8192);
            failed(store.backupAt("2022-06-29T09:30"));
            Files.delete(disk.folder().resolve("ballast.bin"));
            disk.fillUpTo(Files.size(store.localSlot(8)) * 2);
            store.sell(5000);
            failed(store.backupAt("2022-06-29T09:40"));
            assertThat(filledSlots(store.home.backupFolder())).containsExactly("07h", "08h");
        }
    }

    @Test
    void fewerSlotsAreKeptOnlyOnceTheNewestIsSafeAtTheTerminal() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder).localSlots(3);
        Path away = folder.resolve("desligado");
        succeeded(store.backupAt("2022-06-29T07:30"));
        Files.move(store.terminal, away);
        for (int hour = 8; hour < 12; hour++) {
            store.backupAt("2022-06-29T%02d:30".formatted(hour));
        }
        assertThat(filledSlots(store.home.backupFolder())).containsExactly("07h", "08h", "09h", "10h", "11h");
        Files.move(away, store.terminal);
        succeeded(store.backupAt("2022-06-29T12:30"));
        assertThat(filledSlots(store.home.backupFolder())).containsExactly("10h", "11h", "12h");
        assertThat(filledSlots(store.terminal)).containsExactly("07h", "08h", "09h", "10h", "11h", "12h");
    }

    @Test
    void aDamagedOrForeignFileNeverCostsTheNewestItsSlot() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder).localSlots(1);
        Path later = store.localSlot(20);
        Files.createDirectories(later.getParent());
        Files.writeString(later, "rot");
        Files.setLastModifiedTime(later, FileTime.from(store.clock.instant().plusSeconds(600)));
        Manifest newest = succeeded(store.backup());
        assertThat(backupIn(store.localSlot(9))).isEqualTo(newest);
    }

    private static void twoBackups(StoreUnderTest store) {
        succeeded(store.backupAt("2022-06-29T07:30"));
        succeeded(store.backupAt("2022-06-29T08:30"));
    }

    private static void failed(RunOutcome outcome) {
        assertThat(outcome).isInstanceOf(RunOutcome.Failed.class);
        assertThat(((RunOutcome.Failed) outcome).fault().code()).isEqualTo(FaultCode.LOCAL_FULL);
    }
}

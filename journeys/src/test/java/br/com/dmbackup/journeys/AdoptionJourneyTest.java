package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.adopt.AdoptedArchive;
import br.com.dmbackup.core.adopt.Adoption;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.verify.Verification;
import br.com.dmbackup.core.verify.VerifiedCopy;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stood in the folders before we came, and what others put there afterwards. */
class AdoptionJourneyTest {
    @TempDir
    Path folder;
    private StoreUnderTest store;
    private Path old;

    @BeforeEach
    void anOldFolder() throws IOException {
        store = new StoreUnderTest(folder);
        old = folder.resolve("MBHSist antigo/Backup");
        ForeignZip.write(old.resolve("MCDados.zip"), store, "2022-06-27T18:00");
        store.sell(100);
        ForeignZip.write(old.resolve("09h/MCDados.zip"), store, "2022-06-27T09:00");
    }

    @Test
    void oldArchivesAreListedVerifiedAndRestorable() throws IOException {
        try (Installation here = store.open()) {
            List<AdoptedArchive> adopted = new Adoption(here, store.listener).adopt(old);
            assertThat(adopted).hasSize(2).allMatch(archive -> archive.kept().isPresent());
            assertThat(SlotTable.of(here).others()).hasSize(2);
            assertThat(new Verification(here, store.listener).verifyAll()).hasSize(2).allMatch(VerifiedCopy::sound);

            Path kept = store.home.backupFolder().resolve("adotado/20220627-180000/MCDados.zip");
            Path restored = folder.resolve("de antes.db");
            new DatabaseRestore(here, store.listener).toNew(new Wanted.InFile(kept), restored.toString());
            assertThat(StoreUnderTest.rows(restored)).isEqualTo(500);
        }
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.ADOPTED);
        assertThat(old.resolve("MCDados.zip")).exists();
    }

    @Test
    void adoptingTwiceTakesNothingTwice() {
        try (Installation here = store.open()) {
            new Adoption(here, store.listener).adopt(old);
            assertThatThrownBy(() -> new Adoption(here, store.listener).adopt(here.home().backupFolder()))
                    .isInstanceOfSatisfying(BackupFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOTHING_TO_ADOPT));
        }
    }

    @Test
    void adoptingTheSameFolderAgainTakesNothingTwice() throws IOException {
        try (Installation here = store.open()) {
            List<AdoptedArchive> first = new Adoption(here, store.listener).adopt(old);
            assertThat(new Adoption(here, store.listener).adopt(old)).isEqualTo(first);
            assertThat(SlotTable.of(here).others()).hasSize(2);
        }
    }

    @Test
    void oldArchivesMakeRoomBeforeAnySlotOnceThereAreTwentyFourOfOurs() throws IOException {
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 4096)) {
            try (Installation here = store.open()) {
                new Adoption(here, store.listener).adopt(old);
            }
            Path adopted = store.home.backupFolder().resolve("adotado");
            for (int hour = 0; hour < 23; hour++) {
                succeeded(store.backupAt("2022-06-28T%02d:30".formatted(hour)));
            }
            disk.fillUpTo(400 << 10);
            succeeded(store.backupAt("2022-06-28T22:40"));
            assertThat(adopted).isNotEmptyDirectory();
            Files.delete(disk.folder().resolve("ballast.bin"));
            succeeded(store.backupAt("2022-06-28T23:30"));
            assertThat(adopted.resolve("20220627-090000/MCDados.zip")).exists();

            disk.fillUpTo(100 << 10);
            succeeded(store.backupAt("2022-06-29T00:30"));
            assertThat(adopted.resolve("20220627-090000/MCDados.zip")).doesNotExist();
            assertThat(store.listener.noticeCodes()).contains(NoticeCode.ADOPTED_GIVEN_UP)
                    .doesNotContain(NoticeCode.SLOT_GIVEN_UP);
        }
    }

    @Test
    void aDamagedOldArchiveIsNamedAndNotTaken() throws IOException {
        byte[] bytes = Files.readAllBytes(old.resolve("MCDados.zip"));
        bytes[bytes.length / 2] ^= 16;
        Files.write(old.resolve("MCDados.zip"), bytes);
        try (Installation here = store.open()) {
            assertThat(new Adoption(here, store.listener).adopt(old))
                    .filteredOn(archive -> archive.kept().isEmpty()).singleElement()
                    .satisfies(archive -> assertThat(archive.fault().orElseThrow().code())
                            .isEqualTo(FaultCode.ARCHIVE_DAMAGED));
        }
    }

    @Test
    void aForeignArchiveInASlotIsToldOfAndMovedAsideWhenTheSlotIsTaken() throws IOException {
        Path foreign = store.localSlot(9);
        ForeignZip.write(foreign, store, "2022-06-28T17:45");
        byte[] bytes = Files.readAllBytes(foreign);

        succeeded(store.backupAt("2022-06-29T08:30"));
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.FOREIGN_FILE);
        assertThat(Files.readAllBytes(foreign)).isEqualTo(bytes);
        try (Installation here = store.open()) {
            Path restored = folder.resolve("de outro programa.db");
            new DatabaseRestore(here, store.listener).toNew(new Wanted.InSlot(new Slot(9)), restored.toString());
            assertThat(StoreUnderTest.rows(restored)).isEqualTo(600);
        }

        Manifest own = succeeded(store.backupAt("2022-06-29T09:30"));
        assertThat(backupIn(foreign)).isEqualTo(own);
        assertThat(store.home.backupFolder().resolve("adotado/20220628-174500/MCDados.zip")).hasBinaryContent(bytes);
    }

    @Test
    void anEncryptedArchiveInASlotIsAnotherProgramsAndMovedAsideToo() throws IOException {
        Path foreign = store.localSlot(9);
        ForeignZip.writeEncrypted(foreign, store, "2022-06-28T17:45");
        byte[] bytes = Files.readAllBytes(foreign);
        succeeded(store.backupAt("2022-06-29T08:30"));
        Manifest own = succeeded(store.backupAt("2022-06-29T09:30"));
        assertThat(backupIn(foreign)).isEqualTo(own);
        assertThat(store.home.backupFolder().resolve("adotado/20220628-174500/MCDados.zip")).hasBinaryContent(bytes);
    }

    @Test
    void foreignArchivesAtTheTerminalAreKeptToo() throws IOException {
        ForeignZip.write(store.terminal.resolve("MCDados.zip"), store, "2022-06-28T17:00");
        ForeignZip.write(store.terminalSlot(9), store, "2022-06-28T09:00");
        succeeded(store.backupAt("2022-06-29T09:30"));
        assertThat(store.listener.noticeCodes()).containsExactlyInAnyOrder(NoticeCode.FOREIGN_FILE,
                NoticeCode.FOREIGN_FILE);
        assertThat(store.terminal.resolve("adotado/20220628-170000/MCDados.zip")).exists();
        assertThat(store.terminal.resolve("adotado/20220628-090000/MCDados.zip")).exists();
    }

    @Test
    void anOldArchiveIsOverwrittenOnceThereAreTwentyFourOfOurs() throws IOException {
        for (int hour = 0; hour < 24; hour++) {
            succeeded(store.backupAt("2022-06-28T%02d:30".formatted(hour)));
        }
        ForeignZip.write(store.localSlot(9), store, "2022-06-28T17:45");
        succeeded(store.backupAt("2022-06-29T08:30"));
        succeeded(store.backupAt("2022-06-29T09:30"));
        // One of the twenty-four stands at the terminal alone; it counts all the same.
        assertThat(store.home.backupFolder().resolve("adotado")).doesNotExist();
    }
}

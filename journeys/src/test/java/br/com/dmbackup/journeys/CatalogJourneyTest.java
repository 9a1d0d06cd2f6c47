package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.core.report.SlotTable.CellState;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A catalog that is lost and archives that rot or disappear: nothing of it stops the program. */
class CatalogJourneyTest {
    @TempDir
    Path folder;
    private StoreUnderTest store;

    /** What can happen to a file. */
    @FunctionalInterface
    interface Harm {
        byte[] to(byte[] bytes);
    }

    private static Arguments harm(String name, Harm harm) {
        return Arguments.argumentSet(name, harm);
    }

    static List<Arguments> harms() {
        return List.of(harm("no bytes left", bytes -> new byte[0]),
                harm("random bytes", bytes -> random(bytes.length)),
                harm("cut to a half", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                harm("cut by a little", bytes -> Arrays.copyOf(bytes, bytes.length - 5000)),
                harm("zeros", bytes -> new byte[bytes.length]));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void twoBackups() {
        store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2022-06-28T09:30"));
        succeeded(store.backupAt("2022-06-28T10:30"));
        store.listener.notices.clear();
    }

    @ParameterizedTest
    @MethodSource("harms")
    void aDamagedCatalogIsMadeAnewFromTheArchives(Harm harm) throws IOException {
        harm(store.home.catalogFile(), harm);
        succeeded(store.backupAt("2022-06-28T11:30"));
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.CATALOG_REBUILT);
        assertThreeSlotsAreKnown();
    }

    @Test
    void aFullDiskSaysNothingAgainstTheCatalog() throws IOException {
        byte[] good = Files.readAllBytes(store.home.catalogFile());
        try (SmallDisk disk = SmallDisk.on(store.home.stateFolder(), 1024)) {
            Files.write(store.home.catalogFile(), good);
            disk.fillUpTo(0);
            assertThatThrownBy(store::open).isInstanceOfSatisfying(BackupFault.class,
                    fault -> assertThat(fault.code()).isEqualTo(FaultCode.CATALOG_UNUSABLE));
            assertThat(store.home.catalogFile()).hasBinaryContent(good);
        }
    }

    @Test
    void aDeletedCatalogIsMadeAnewFromTheArchives() throws IOException {
        Files.delete(store.home.catalogFile());
        succeeded(store.backupAt("2022-06-28T11:30"));
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.CATALOG_MISSING);
        assertThreeSlotsAreKnown();
    }

    private void assertThreeSlotsAreKnown() {
        assertThat(cells()).containsOnlyKeys(9, 10, 11);
        cells().values().forEach(cells -> assertThat(cells)
                .isEqualTo(Map.of("local", CellState.HELD, "terminal", CellState.HELD)));
    }

    @ParameterizedTest
    @MethodSource("harms")
    void aDamagedArchiveIsToldOfOnceAndReplacedAtItsHour(Harm harm) throws IOException {
        harm(store.localSlot(9), harm);
        succeeded(store.backupAt("2022-06-28T11:30"));
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.ARCHIVE_FOUND_DAMAGED);
        assertThat(cells().get(9))
                .isEqualTo(Map.of("local", CellState.DAMAGED, "terminal", CellState.HELD));
        succeeded(store.backupAt("2022-06-28T12:30"));
        assertThat(store.listener.noticeCodes()).hasSize(1);

        Manifest fresh = succeeded(store.backupAt("2022-06-29T09:30"));
        assertThat(backupIn(store.localSlot(9))).isEqualTo(fresh);
        assertThat(cells().get(9)).isEqualTo(Map.of("local", CellState.HELD, "terminal", CellState.HELD));
    }

    @ParameterizedTest
    @MethodSource("harms")
    void aDamagedCopyAtTheTerminalIsBroughtAgain(Harm harm) throws IOException {
        harm(store.terminalSlot(9), harm);
        succeeded(store.backupAt("2022-06-28T11:30"));
        assertThat(store.listener.noticeCodes()).startsWith(NoticeCode.ARCHIVE_FOUND_DAMAGED);
        assertThat(Files.mismatch(store.terminalSlot(9), store.localSlot(9))).isEqualTo(-1);
    }

    @Test
    void anArchiveWhoseManifestIsDamagedIsOursAllTheSame() throws IOException {
        harm(store.localSlot(9), bytes -> {
            int at = indexOf(bytes, "\"engine\"");
            bytes[at + 2] ^= 1;
            return bytes;
        });
        succeeded(store.backupAt("2022-06-28T11:30"));
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.ARCHIVE_FOUND_DAMAGED);
        assertThat(cells().get(9))
                .isEqualTo(Map.of("local", CellState.DAMAGED, "terminal", CellState.HELD));
        Manifest fresh = succeeded(store.backupAt("2022-06-29T09:30"));
        assertThat(backupIn(store.localSlot(9))).isEqualTo(fresh);
        assertThat(store.home.backupFolder().resolve("adotado")).doesNotExist();
    }

    @Test
    void anArchiveRemovedByHandIsMissed() throws IOException {
        Files.delete(store.localSlot(9));
        Files.delete(store.terminalSlot(10));
        succeeded(store.backupAt("2022-06-28T11:30"));
        assertThat(store.listener.noticeCodes()).startsWith(NoticeCode.ARCHIVE_GONE, NoticeCode.ARCHIVE_GONE);
        assertThat(cells().get(9)).containsEntry("local", CellState.GONE).containsEntry("terminal", CellState.HELD);
        assertThat(Files.mismatch(store.terminalSlot(10), store.localSlot(10))).isEqualTo(-1);
    }

    @Test
    void bothCopiesGoneLeaveNothingToOwe() throws IOException {
        Files.delete(store.localSlot(9));
        Files.delete(store.terminalSlot(9));
        succeeded(store.backupAt("2022-06-28T11:30"));
        try (Installation here = store.open()) {
            assertThat(here.catalog().owed()).isEmpty();
        }
    }

    @Test
    void everythingLostAtOnceStillLetsTheNextBackupBeMade() throws IOException {
        harm(store.home.catalogFile(), bytes -> random(100));
        for (int hour : new int[]{9, 10}) {
            harm(store.localSlot(hour), bytes -> random(100));
            harm(store.terminalSlot(hour), bytes -> new byte[0]);
        }
        RunOutcome outcome = store.backupAt("2022-06-28T11:30");
        Manifest fresh = succeeded(outcome);
        assertThat(backupIn(store.localSlot(11))).isEqualTo(fresh);
        assertThat(backupIn(store.home.backupFolder().resolve("MCDados.zip"))).isEqualTo(fresh);
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(fresh);
    }

    private Map<Integer, Map<String, CellState>> cells() {
        try (Installation here = store.open()) {
            return SlotTable.of(here).rows().stream().collect(Collectors.toMap(row -> row.slot().hour(),
                    row -> row.cells().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue().state()))));
        }
    }

    /** As another program would: the file is written anew, its other names keep the old bytes. */
    private static void harm(Path file, Harm harm) throws IOException {
        byte[] bytes = harm.to(Files.readAllBytes(file));
        FileTime written = Files.getLastModifiedTime(file);
        Files.delete(file);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(written.toInstant().plusSeconds(3600)));
    }

    private static int indexOf(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).as(text).isPositive();
        return at;
    }
}

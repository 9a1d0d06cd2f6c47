package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.drill.RestoreDrill;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.core.verify.Verification;
import br.com.dmbackup.core.verify.VerifiedCopy;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From hour to hour only what changed is compressed, and what has rotten meanwhile is found, told and not passed on. */
class ReuseJourneyTest {
    @TempDir
    Path folder;
    private StoreUnderTest store;
    private Manifest first;

    @BeforeEach
    void oneBackup() {
        store = new StoreUnderTest(folder);
        store.sell(60_000);
        first = succeeded(store.backupAt("2022-06-29T09:30"));
    }

    private static DumpTraits traits(Manifest manifest) {
        return manifest.traits().orElseThrow();
    }

    private Path slot(String name) {
        return store.home.backupFolder().resolve(name).resolve("MCDados.zip");
    }

    private State stateOf(String slot) {
        try (Installation here = store.open()) {
            return here.catalog().placement(Placement.LOCAL, new ArchiveName(slot + "/MCDados.zip")).orElseThrow()
                    .state();
        }
    }

    /** Its outside looks as it did. */
    private static void rot(Path archive) throws IOException {
        FileTime modified = Files.getLastModifiedTime(archive);
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[]{1, 2, 3, 4}), file.size() / 2);
        }
        Files.setLastModifiedTime(archive, modified);
    }

    private static FaultCode onlyFault(RunOutcome outcome) {
        assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
        List<BackupFault> faults = ((RunOutcome.Partial) outcome).faults();
        assertThat(faults).hasSize(1);
        return faults.getFirst().code();
    }

    private void assertEverythingNewIsSound(String damagedSlot) {
        try (Installation here = store.open()) {
            assertThat(new Verification(here, store.listener).verifyAll())
                    .filteredOn(copy -> copy.place().equals(Placement.LOCAL)
                            && !copy.description().contains(damagedSlot))
                    .isNotEmpty().allMatch(VerifiedCopy::sound);
            assertThat(new RestoreDrill(here, store.listener).drill(new Wanted.Newest()).passed()).isTrue();
        }
    }

    @Test
    void anHourCostsWhatChangedInIt() {
        assertThat(traits(first).based()).isFalse();
        store.sell(20);
        Manifest second = succeeded(store.backupAt("2022-06-29T10:30"));
        assertThat(traits(second).based()).isTrue();
        assertThat(traits(second).newBytes()).isBetween(1L, second.dumpBytes() / 3);
        assertThat(traits(second).encodedBytes()).isGreaterThan(3 * traits(second).newEncodedBytes());
        assertEverythingNewIsSound("none");
    }

    /** The slot that the new archive is going to replace is the one that it is built upon. */
    @Test
    void aSecondBackupOfTheSameHourIsBuiltUponTheFirst() {
        Manifest second = succeeded(store.backupAt("2022-06-29T09:45"));
        assertThat(traits(second).based()).isTrue();
        assertThat(traits(second).newBytes()).isLessThan(second.dumpBytes() / 3);
        assertEverythingNewIsSound("none");
    }

    @Test
    void whatHasRottenIsCompressedAfreshToldAndMarked() throws IOException {
        rot(slot("09h"));
        assertThat(onlyFault(store.backupAt("2022-06-29T10:30"))).isEqualTo(FaultCode.BASE_DAMAGED);
        assertThat(stateOf("09h")).isEqualTo(State.DAMAGED);
        assertThat(stateOf("10h")).isEqualTo(State.HELD);
        assertEverythingNewIsSound("09h");
        assertThat(traits(succeeded(store.backupAt("2022-06-29T11:30"))).based()).isTrue();
    }

    @Test
    void anArchiveWithoutItsEndIsPassedOverForTheOneBefore() throws IOException {
        succeeded(store.backupAt("2022-06-29T10:30"));
        FileTime modified = Files.getLastModifiedTime(slot("10h"));
        byte[] whole = Files.readAllBytes(slot("10h"));
        java.util.Arrays.fill(whole, whole.length - 40_000, whole.length, (byte) 0);
        Files.write(slot("10h"), whole);
        Files.setLastModifiedTime(slot("10h"), modified);

        RunOutcome outcome = store.backupAt("2022-06-29T11:30");
        assertThat(onlyFault(outcome)).isIn(FaultCode.ARCHIVE_TRUNCATED, FaultCode.ARCHIVE_DAMAGED);
        assertThat(traits(((RunOutcome.Partial) outcome).manifest()).based()).isTrue();
        assertThat(stateOf("10h")).isEqualTo(State.DAMAGED);
        assertEverythingNewIsSound("10h");
    }

    @Test
    void withAllOfThemGoneItBeginsAnew() throws IOException {
        Files.delete(slot("09h"));
        Files.delete(store.home.backupFolder().resolve("MCDados.zip"));
        Manifest second = succeeded(store.backupAt("2022-06-29T10:30"));
        assertThat(traits(second).based()).isFalse();
        assertThat(traits(second).newBytes()).isEqualTo(second.dumpBytes());
    }

    @Test
    void anArchiveFoundAfterTheCatalogWasLostIsProvenWholeBeforeItIsBuiltUpon() throws IOException {
        for (String name : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(store.home.catalogFile() + name));
        }
        rot(slot("09h"));
        assertThat(onlyFault(store.backupAt("2022-06-29T10:30"))).isEqualTo(FaultCode.BASE_DAMAGED);
        assertEverythingNewIsSound("09h");
    }
}

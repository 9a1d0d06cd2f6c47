package br.com.dmbackup.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.disk.Disk;
import br.com.dmbackup.core.disk.SteadyForce;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import br.com.dmbackup.testkit.engine.CommittingWriter;
import br.com.dmbackup.testkit.engine.WatchedProgress;
import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyPlan.JournalMode;
import br.com.dmbackup.testkit.store.PharmacyStore;
import br.com.dmbackup.testkit.store.Seller;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteDumpTest {
    @TempDir
    Path folder;
    private Path staging;

    @BeforeEach
    void makeStaging() throws IOException {
        staging = Files.createDirectory(folder.resolve("staging"));
    }

    @Test
    void whatCannotBeDeletedNeitherHidesAFaultNorUndoesASuccess() throws Exception {
        PharmacyStore store = PharmacyStore.create(folder.resolve("loja.db"),
                PharmacyPlan.STANDARD.withBytes(2_000_000));
        FileDump dump = (FileDump) patient(store.file()).dump(staging, Progress.NONE);
        Files.delete(dump.file());
        Files.createDirectories(dump.file().resolve("pasta de alguém"));
        assertThatCode(dump::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> patient(store.file()).dump(staging, Progress.NONE))
                .isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.DUMP_FAILED));

        Path volta = folder.resolve("volta.db");
        FileRestore restore = (FileRestore) patient(store.file()).restore(
                new RestoreTarget.NewDatabase(volta.toString()), 1, staging);
        Files.createDirectories(restore.dumpFile().resolve("pasta de alguém"));
        assertThatCode(restore::close).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(JournalMode.class)
    void copiesAPharmacyThatGoesOnSelling(JournalMode journal) throws Exception {
        PharmacyStore store = PharmacyStore.create(folder.resolve("loja.db"),
                PharmacyPlan.STANDARD.withBytes(40_000_000).withJournal(journal));
        WatchedProgress progress = new WatchedProgress();
        try (Seller seller = store.startSelling(11)) {
            while (seller.sales() == 0 && seller.failures() == 0) {
                Thread.onSpinWait();
            }
            try (FileDump dump = (FileDump) patient(store.file()).dump(staging, progress)) {
                long later = seller.sales();
                DumpEnd end = dump.finish();
                assertThat(end.rowCounts().get("venda")).isEqualTo(end.rowCounts().get("nfce"));
                assertThat(end.sign()).contains("SQLITE_DONE");
                try (var files = Files.list(staging)) {
                    assertThat(files).containsExactly(dump.file());
                }
                while (seller.sales() == later && seller.failures() == 0) {
                    Thread.onSpinWait();
                }
            }
            assertThat(seller.failures()).isZero();
        }
        assertThat(progress.everFell()).isFalse();
        assertThat(progress.done()).isEqualTo(progress.total());
        assertThat(progress.calls()).isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(JournalMode.class)
    void bringsTheCopyToTheDiskInSmallStepsAllAlong(JournalMode journal) throws Exception {
        PharmacyStore store = PharmacyStore.create(folder.resolve("loja.db"),
                PharmacyPlan.STANDARD.withBytes(20_000_000).withJournal(journal));
        var sends = new AtomicInteger();
        long bytes;
        try (var source = SqliteFile.openLive(store.file(), SqliteLive.LOCK_WAIT);
                var durability = new SteadyForce(new CountingDisk(sends))) {
            OnlineBackup.End end = OnlineBackup.copy(source, staging.resolve("copy.bak"), durability, Progress.NONE);
            assertThat(end.whole()).isTrue();
            bytes = end.bytes();
        }
        // Each takes what was written until then: one stride at least, and never more than two and a step.
        assertThat(sends.get()).isGreaterThanOrEqualTo((int) (bytes / SteadyForce.PIECE_BYTES / 3) - 1);
    }

    private record CountingDisk(AtomicInteger sends) implements Disk {
        @Override
        public long stride() {
            return SteadyForce.PIECE_BYTES;
        }

        @Override
        public void send() {
            sends.incrementAndGet();
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }

    @Test
    void stopsTheCopyItselfWhenInterruptedNotOnlyItsResult() {
        for (String journal : List.of("wal", "delete")) {
            SqliteLive live = new SqliteLive(subfolder(journal), journal);
            WatchedProgress progress = new WatchedProgress(() -> Thread.currentThread().interrupt());
            assertFault(FaultCode.CANCELLED, () -> live.engine(Checkpoint.NONE).dump(staging, progress));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(progress.calls()).isEqualTo(1);
            assertThat(progress.done()).isLessThan(progress.total());
        }
    }

    @Test
    void stopsTheCopyWhileOthersHoldTheWriteLock() {
        for (String journal : List.of("wal", "delete")) {
            SqliteLive live = new SqliteLive(subfolder(journal), journal);
            WatchedProgress progress = new WatchedProgress(() -> Thread.currentThread().interrupt());
            try (CommittingWriter writer = Transfers.start(live.file())) {
                long begin = System.nanoTime();
                assertFault(FaultCode.CANCELLED, () -> live.engine(Checkpoint.NONE).dump(staging, progress));
                assertThat(Thread.interrupted()).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
                assertThat(staging).isEmptyDirectory();
                assertThat(writer.failures()).isZero();
            }
            assertThat(live.isWhole(live.name())).isTrue();
        }
    }

    @Test
    void endsACancelledCopyEvenWhereTheWriteLockCannotBeHad() throws Exception {
        SqliteLive live = new SqliteLive(folder, "delete");
        WatchedProgress progress = new WatchedProgress(() -> Thread.currentThread().interrupt());
        try (Connection other = SqliteLive.open(live.file()); Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertFault(FaultCode.CANCELLED, () -> live.engine(Checkpoint.NONE).dump(staging, progress));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void waitsForALockBeforeItSpeaksOfOne() {
        SqliteLive live = new SqliteLive(folder, "delete");
        try (var locked = live.lock()) {
            assertThat(locked).isNotNull();
            long begin = System.nanoTime();
            BackupFault fault = assertFault(FaultCode.DATABASE_LOCKED,
                    () -> live.engine(Checkpoint.NONE).dump(staging, Progress.NONE));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SqliteLive.LOCK_WAIT);
            assertThat(fault.foreignCode()).contains("SQLITE_BUSY");
        }
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void tellsAFolderAnEmptyFileZerosAndATruncatedDatabaseApart() throws IOException {
        assertFault(FaultCode.NOT_A_DATABASE, engine(staging)::facts);
        Path file = folder.resolve("x.db");
        Files.createFile(file);
        assertFault(FaultCode.NOT_A_DATABASE, engine(file)::facts);
        Files.write(file, new byte[100_000]);
        BackupFault zeros = assertFault(FaultCode.NOT_A_DATABASE, engine(file)::facts);
        assertThat(zeros.foreignCode()).contains("SQLITE_NOTADB");
        SqliteLive live = new SqliteLive(folder, "delete");
        try (RandomAccessFile raw = new RandomAccessFile(live.file().toFile(), "rw")) {
            raw.setLength(raw.length() / 2);
        }
        BackupFault cut = assertFault(FaultCode.DATABASE_DAMAGED,
                () -> live.engine(Checkpoint.NONE).dump(staging, Progress.NONE));
        assertThat(cut.foreignCode().orElseThrow()).startsWith("SQLITE_CORRUPT");
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void createsNothingWhereADatabaseIsMissing() {
        assertFault(FaultCode.DATABASE_MISSING, engine(folder.resolve("nada.db"))::facts);
        assertFault(FaultCode.DATABASE_MISSING, () -> engine(folder.resolve("nada.db")).dump(staging, Progress.NONE));
        assertThat(folder.resolve("nada.db")).doesNotExist();
    }

    @Test
    void keepsSqlitesWordForAMissingRight() {
        SQLiteException refused = new SQLiteException("attempt to write", SQLiteErrorCode.SQLITE_READONLY_DIRECTORY);
        BackupFault fault = SqliteFaults.ofLive(folder, refused, Duration.ofSeconds(4), FaultCode.DUMP_FAILED);
        assertThat(fault.code()).isEqualTo(FaultCode.DATABASE_ACCESS_DENIED);
        assertThat(fault.foreignCode()).contains("SQLITE_READONLY_DIRECTORY");
    }

    @Test
    void givesNoSignForADumpThatLostItsEnd() throws IOException {
        SqliteLive live = new SqliteLive(folder, "wal");
        try (FileDump dump = (FileDump) live.engine(Checkpoint.NONE).dump(staging, Progress.NONE)) {
            try (RandomAccessFile raw = new RandomAccessFile(dump.file().toFile(), "rw")) {
                raw.setLength(raw.length() - 4096);
            }
            assertFault(FaultCode.DUMP_INCOMPLETE, dump::finish);
            Files.write(dump.file(), new byte[4096]);
            assertFault(FaultCode.DUMP_INCOMPLETE, dump::finish);
        }
    }

    @Test
    void givesNoSignForADatabaseThatIsDamagedInside() {
        SqliteLive live = new SqliteLive(folder, "delete");
        live.damageInside(live.file());
        try (FileDump dump = (FileDump) live.engine(Checkpoint.NONE).dump(staging, Progress.NONE)) {
            BackupFault fault = assertFault(FaultCode.DUMP_INCOMPLETE, dump::finish);
            assertThat(fault.foreignCode().orElseThrow()).startsWith("SQLITE_CORRUPT");
        }
    }

    @Test
    void leavesVirtualTablesAndTheirShadowsOutOfTheCounts() {
        SqliteLive live = new SqliteLive(folder, "wal");
        try (FileDump dump = (FileDump) live.engine(Checkpoint.NONE).dump(staging, Progress.NONE)) {
            assertThat(dump.finish().rowCounts()).containsOnlyKeys("conta", "item \"de\" venda")
                    .containsEntry("conta", 100L);
        }
    }

    @Test
    void tellsThatTheDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder.resolve("disco"), 8 * 1024)) {
            Path small = disk.folder();
            SqliteLive live = new SqliteLive(folder, "wal");
            BackupFault full = assertFault(FaultCode.LOCAL_FULL,
                    () -> live.engine(Checkpoint.NONE).dump(small, Progress.NONE));
            assertThat(full.foreignCode()).contains("SQLITE_FULL");
            assertThat(small).isEmptyDirectory();
        }
    }

    private Path subfolder(String name) {
        try {
            return Files.createDirectory(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DatabaseEngine engine(Path file) {
        return new SqliteEngine("MCDados", file, SqliteLive.LOCK_WAIT, SqliteLive.NOON, Checkpoint.NONE);
    }

    private static DatabaseEngine patient(Path file) {
        return new SqliteEngine("MCDados", file, SqliteEngine.LOCK_WAIT, SqliteLive.NOON, Checkpoint.NONE);
    }

    private static BackupFault assertFault(FaultCode code, ThrowingCallable call) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, call);
        assertThat(fault).as("fault").isNotNull();
        assertThat(fault.code()).isEqualTo(code);
        return fault;
    }
}

package br.com.dmbackup.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.onefile.FileFamily;
import br.com.dmbackup.core.engine.onefile.SwapMarker;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.DumpFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSwapTest {
    @TempDir
    Path folder;
    private SqliteLive live;
    private DatabaseEngine engine;
    private Path dump;

    @BeforeEach
    void takeDump() throws IOException {
        live = new SqliteLive(Files.createDirectory(folder.resolve("loja")), "wal");
        engine = live.engine(Checkpoint.NONE);
        dump = folder.resolve("dump");
        DumpFiles.take(engine, Files.createDirectory(folder.resolve("staging")), Progress.NONE, dump);
    }

    @Test
    void namesTheKeptDatabaseByTheClockAndNeverTwiceTheSame() {
        String kept = live.name() + ".antes-20260302-120000";
        assertThat(engine.swapIn(restored())).contains(kept);
        assertThat(engine.swapIn(restored())).contains(kept + "-2");
        assertThat(live.isWhole(kept)).isTrue();
        assertThat(live.isWhole(kept + "-2")).isTrue();
    }

    @Test
    void bringsTheOldDatabaseBackAfterAKillBetweenTheTwoRenames() throws Exception {
        live.changeALittle();
        var rows = live.rowCounts();
        Process victim = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                SwapVictim.class.getName(), live.name(), dump.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("victim.log").toFile()).start();
        assertThat(victim.waitFor()).as(() -> read(folder.resolve("victim.log"))).isEqualTo(SwapVictim.KILLED);
        assertThat(live.file()).doesNotExist();
        String kept = live.name() + ".antes-20260302-120000";
        assertThat(Path.of(kept)).exists();

        assertThat(engine.dropLeftovers()).hasSize(2).first().asString().contains(kept, live.name());

        assertThat(live.isWhole(live.name())).isTrue();
        assertThat(live.rowCounts()).isEqualTo(rows);
        assertThat(live.everything()).containsExactly(live.name());
        assertThat(engine.dropLeftovers()).isEmpty();
    }

    @Test
    void leavesADatabaseThatTookTheLiveNameAfterTheKill() throws Exception {
        Path kept = live.file().resolveSibling(live.file().getFileName() + ".antes-20260302-120000");
        new SwapMarker(live.file(), SqliteFiles.FAMILY).write(kept);
        Files.copy(dump, kept);
        live.changeALittle();
        var rows = live.rowCounts();
        assertThat(engine.dropLeftovers()).isEmpty();
        assertThat(live.rowCounts()).isEqualTo(rows);
        assertThat(kept).exists();
    }

    @Test
    void emptiesTheLogIntoTheOldDatabaseBeforeItIsPutAside() throws Exception {
        Path ghost = Files.copy(live.file(), folder.resolve("ghost.db"));
        try (Connection connection = SqliteLive.open(live.file()); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("UPDATE conta SET saldo = saldo + 5 WHERE id = 1");
            statement.execute("UPDATE conta SET saldo = saldo - 5 WHERE id = 2");
            Files.copy(live.file(), ghost, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(FileFamily.side(live.file(), "-wal"), FileFamily.side(ghost, "-wal"));
        }
        DatabaseEngine crashed = new SqliteEngine("MCDados", ghost, SqliteLive.LOCK_WAIT, SqliteLive.NOON,
                Checkpoint.NONE);
        String kept = crashed.swapIn(restoredBy(crashed)).orElseThrow();
        assertThat(SqliteFiles.FAMILY.hasSides(Path.of(kept))).isFalse();
        assertThat(balanceOfFirst(Path.of(kept))).isEqualTo(1005);
        assertThat(SqliteFiles.FAMILY.hasSides(ghost)).isFalse();
        assertThat(balanceOfFirst(ghost)).isEqualTo(1000);
    }

    @Test
    void movesAStrayLogAsideSoThatItDoesNotPoisonTheNewDatabase() throws Exception {
        RestoredDatabase replacement = restored();
        live.makeMissing();
        Files.writeString(FileFamily.side(live.file(), "-wal"), "resto de outro banco");
        assertThat(engine.swapIn(replacement)).isEmpty();
        assertThat(Path.of(live.name() + ".antes-20260302-120000-wal")).hasContent("resto de outro banco");
        assertThat(live.isWhole(live.name())).isTrue();
    }

    @Test
    void refusesANewDatabaseBesideAStaleJournalOfItsName() throws Exception {
        Files.writeString(Path.of(live.unusedName() + "-journal"), "resto de diário");
        assertThatThrownBy(() -> engine.restore(new RestoreTarget.NewDatabase(live.unusedName()), 0, folder))
                .isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.RESTORE_TARGET_EXISTS));
    }

    @Test
    void neverOverwritesATargetThatAppearedDuringTheRestore() throws Exception {
        Path target = Path.of(live.unusedName());
        try (Restore restore = engine.restore(new RestoreTarget.NewDatabase(live.unusedName()), 0, folder)) {
            DumpFiles.feed(dump, restore);
            Files.writeString(target, "de outra pessoa");
            assertThatThrownBy(restore::finish).isInstanceOfSatisfying(BackupFault.class,
                    fault -> assertThat(fault.code()).isEqualTo(FaultCode.RESTORE_TARGET_EXISTS));
            assertThatThrownBy(() -> FileFamily.publish(dump, target))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(target).hasContent("de outra pessoa");
        assertThat(live.everything()).containsExactlyInAnyOrder(live.name(), target.toString());
    }

    private RestoredDatabase restored() {
        return restoredBy(engine);
    }

    private RestoredDatabase restoredBy(DatabaseEngine restorer) {
        try (Restore restore = restorer.restore(new RestoreTarget.Replacement(), 0, folder)) {
            DumpFiles.feed(dump, restore);
            return restore.finish();
        }
    }

    private static long balanceOfFirst(Path database) throws SQLException {
        try (Connection connection = SqliteLive.open(database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT saldo FROM conta WHERE id = 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}

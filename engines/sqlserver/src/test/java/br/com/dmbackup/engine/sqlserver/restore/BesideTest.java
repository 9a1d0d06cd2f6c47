package br.com.dmbackup.engine.sqlserver.restore;

import static br.com.dmbackup.engine.sqlserver.restore.RestoreScene.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
class BesideTest {
    @TempDir
    private Path folder;
    @TempDir
    private Path elsewhere;
    private RestoreScene store;

    @BeforeEach
    void open() {
        store = new RestoreScene(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void bringsBackADatabaseUnderANewNameAndInFilesOfItsOwn() {
        Path dump = store.dump();
        RestoredDatabase back = store.restoreNew(dump);
        assertThat(back.name()).isEqualTo("Volta");
        assertThat(back.rowCounts()).containsEntry("dbo.itens", 6_000L).containsEntry("dbo.vendas", 40L).hasSize(2);
        assertThat(back.notices()).isEmpty();
        assertThat(store.databases()).containsExactly(LIVE, "Volta");
        assertThat(store.database("Volta").state()).isEqualTo(DatabaseState.ONLINE);
        assertThat(store.database("Volta").contents().tables()).isEqualTo(store.live().contents().tables());
        assertThat(store.database("Volta").files()).extracting(DatabaseFile::path)
                .allSatisfy(path -> assertThat(path).hasParent(store.instance().dataFolder()))
                .allSatisfy(
                        path -> assertThat(path.getFileName().toString()).matches("MCDados_[0-9a-f]{16}_.\\.[ml]df"))
                .doesNotContainAnyElementsOf(store.live().files().stream().map(DatabaseFile::path).toList());
        assertThat(store.scene.staging).isEmptyDirectory();
        assertThat(store.another().dropLeftovers()).isEmpty();
    }

    @Test
    void putsTheFilesWhereTheServerPutsNewOnesWhenThereIsNoLiveDatabase() {
        Path dump = store.dump();
        store.instance().drop(store.live());
        store.restoreNew(dump);
        assertThat(store.database("Volta").files()).extracting(DatabaseFile::path)
                .allSatisfy(path -> assertThat(path).hasParent(store.instance().dataFolder()));
    }

    @Test
    void refusesNamesThatAreTakenOrNotForStores() {
        for (String taken : new String[]{LIVE, LIVE.toLowerCase(java.util.Locale.ROOT)}) {
            RestoreScene.refused(FaultCode.RESTORE_TARGET_EXISTS,
                    () -> store.restores().begin(new RestoreTarget.NewDatabase(taken), store.scene.staging));
        }
        for (String name : new String[]{"", " ", "Volta ", "MASTER", "tempdb", "x".repeat(129), "a\nb",
                ScratchName.of(LIVE)}) {
            RestoreScene.refused(FaultCode.RESTORE_FAILED,
                    () -> store.restores().begin(new RestoreTarget.NewDatabase(name), store.scene.staging));
        }
        assertThat(store.scene.staging).isEmptyDirectory();
    }

    @Test
    void takesChecksumsOnlyWhereTheBackupHasThem() {
        RestoredDatabase back = store.restoreNew(store.dump("FORMAT, INIT, COPY_ONLY"));
        assertThat(back.rowCounts()).containsEntry("dbo.itens", 6_000L);
    }

    @Test
    void refusesABackupOfANewerServerBeforeTheServerHearsOfIt() {
        Path newer = store.dump();
        try (RestoreScene old = new RestoreScene(elsewhere, Product.express2014())) {
            BackupFault fault = old.refusedNew(FaultCode.DUMP_TOO_NEW, newer);
            assertThat(fault.arguments()).containsExactly("SQL Server 2022 (16.0.1000)", "SQL Server 2014 (12.0.6024)");
        }
    }

    @Test
    void tellsTheServersOwnWordThatABackupIsTooNew() {
        store.scene.troubles().plan("RESTORE DATABASE", Moment.START,
                Trouble.error(ServerMessage.of(3169, "16.00.4200", "16.00.1000"), ServerMessage.of(3013, "RESTORE")));
        BackupFault fault = store.refusedNew(FaultCode.DUMP_TOO_NEW, store.dump());
        assertThat(fault.arguments()).containsExactly("SQL Server 16.00.4200", "SQL Server 16.00.1000");
        assertThat(fault.foreignCode()).contains("SQL Server 3169");
    }

    @Test
    void believesNoRestoreWithoutTheServersSign() {
        store.scene.troubles().plan("RESTORE DATABASE", Moment.at(50), Trouble.ended());
        BackupFault fault = store.refusedNew(FaultCode.RESTORE_FAILED, store.dump());
        assertThat(fault.foreignCode().orElseThrow()).contains("3014");
    }

    @Test
    void refusesWhatIsNoBackupAndWhatIsCutOrDamaged() throws IOException {
        store.refusedNew(FaultCode.NOT_A_DATABASE,
                store.write("text", "isto não é um banco\n".repeat(99).getBytes(StandardCharsets.UTF_8)));
        store.refusedNew(FaultCode.NOT_A_DATABASE, store.write("zeros", new byte[65_536]));
        store.refusedNew(FaultCode.NOT_A_DATABASE, store.write("nothing", new byte[0]));
        byte[] bytes = Files.readAllBytes(store.dump());
        store.refusedNew(FaultCode.RESTORED_DATABASE_DAMAGED,
                store.write("half", Arrays.copyOf(bytes, bytes.length / 2)));
        bytes[bytes.length / 2 + 1_000] ^= 1;
        BackupFault damaged = store.refusedNew(FaultCode.RESTORED_DATABASE_DAMAGED, store.write("flipped", bytes));
        assertThat(damaged.arguments()[1].toString()).startsWith("page @");
    }

    @Test
    void hearsAnErrorBehindTheRowsOfTheHeader() {
        store.scene.troubles().plan("RESTORE HEADERONLY", Moment.END, Trouble.error(ServerMessage.of(3189)));
        BackupFault fault = store.refusedNew(FaultCode.RESTORED_DATABASE_DAMAGED, store.dump());
        assertThat(fault.foreignCode()).contains("SQL Server 3189");
    }

    @Test
    void tellsWhichAccountMayNotReadTheStagingFolder() {
        Path dump = store.dump();
        store.instance().disk().close(store.scene.staging);
        BackupFault fault = store.refusedNew(FaultCode.STAGING_DENIED, dump);
        assertThat(fault.foreignCode()).hasValueSatisfying(code -> assertThat(code).contains("3201").contains("5"));
    }

    @Test
    void tellsHowMuchRoomIsMissing() {
        Path dump = store.dump();
        store.instance().disk().setFree(1_000);
        BackupFault fault = store.refusedNew(FaultCode.SERVER_DISK_FULL, dump);
        assertThat(fault.foreignCode()).contains("SQL Server 3257");
        long needed = store.live().files().stream().mapToLong(DatabaseFile::bytes).sum();
        assertThat(fault.arguments()[1]).hasToString("sqlserver.3257[" + needed + ", 1000]");
    }

    @Test
    void leavesNothingWhenTheDiskFillsInTheMiddle() {
        Path dump = store.dump();
        store.scene.troubles().plan("RESTORE DATABASE", Moment.at(50), Trouble.error(
                ServerMessage.of(3202, "x.mdf", "112(There is not enough space on the disk.)"),
                ServerMessage.of(3013, "RESTORE DATABASE")));
        BackupFault fault = store.refusedNew(FaultCode.SERVER_DISK_FULL, dump);
        assertThat(fault.foreignCode()).contains("SQL Server 3202, OS 112");
    }

    @Test
    void tellsTheLimitOfTheEdition() {
        Path dump = store.dump();
        try (RestoreScene small = new RestoreScene(elsewhere, Product.express2022().withSizeLimit(1 << 20))) {
            BackupFault fault = small.refusedNew(FaultCode.EDITION_LIMIT, dump);
            assertThat(fault.arguments()).containsExactly("Volta", 1L << 20);
            assertThat(fault.foreignCode()).contains("SQL Server 1827");
        }
    }

    @Test
    void tellsWhichRightIsMissing() {
        Path dump = store.dump();
        store.scene.as("caixa", "db_owner");
        BackupFault fault = store.refusedNew(FaultCode.PERMISSION_MISSING, dump);
        assertThat(fault.arguments()[0]).isEqualTo("caixa");
        assertThat(fault.arguments()[2]).isEqualTo("ALTER SERVER ROLE [dbcreator] ADD MEMBER [caixa];");
        assertThat(fault.foreignCode()).contains("SQL Server 262");
    }

    /** What the script grants is enough to make a database, check it as its owner, and drop it. */
    @Test
    void drillsWithALoginThatMayOnlyMakeDatabases() {
        Path dump = store.dump();
        store.instance().add(store.scene.as("dmbackup", "db_backupoperator").withPermissions("CREATE ANY DATABASE"));
        RestoredDatabase drilled = store.restore(new RestoreTarget.Scratch(), dump);
        assertThat(drilled.rowCounts()).containsEntry("dbo.itens", 6_000L);
        store.restores().drop(drilled);
        assertThat(store.databases()).containsExactly(LIVE);
    }

    @Test
    void throwsAwayWhatTheServersCheckFindsDamaged() {
        Path dump = store.dump();
        store.scene.troubles().plan("DBCC CHECKDB", Moment.START, Trouble.outside(() -> store.scratch().damage(3)));
        BackupFault fault = store.refusedNew(FaultCode.RESTORED_DATABASE_DAMAGED, dump);
        assertThat(fault.foreignCode()).contains("SQL Server 8928");
    }

    @Test
    void tellsThatItMayNotCheckInsteadOfLeavingItOut() {
        Path dump = store.dump();
        store.scene.troubles().plan("DBCC CHECKDB", Moment.START,
                Trouble.error(ServerMessage.of(7983, "sa", "checkdb", "x")));
        BackupFault fault = store.refusedNew(FaultCode.PERMISSION_MISSING, dump);
        assertThat(fault.arguments()[2]).isEqualTo("ALTER SERVER ROLE [sysadmin] ADD MEMBER [sa];");
        store.scene.troubles().plan("DBCC CHECKDB", Moment.START,
                Trouble.error(ServerMessage.of(1105, "a", "b", "PRIMARY")));
        store.refusedNew(FaultCode.SERVER_DISK_FULL, dump);
    }
}

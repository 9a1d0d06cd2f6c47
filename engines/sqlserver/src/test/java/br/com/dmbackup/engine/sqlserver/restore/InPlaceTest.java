package br.com.dmbackup.engine.sqlserver.restore;

import static br.com.dmbackup.engine.sqlserver.restore.RestoreScene.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
class InPlaceTest {
    private static final RestoreTarget IN_PLACE = new RestoreTarget.InPlace();
    private static final Duration SOON = Duration.ofSeconds(5);
    @TempDir
    private Path folder;
    @TempDir
    private Path elsewhere;
    private RestoreScene store;
    private Path dump;

    @BeforeEach
    void open() {
        store = new RestoreScene(folder);
        dump = store.dump();
        store.scene.sell();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void overwritesTheLiveDatabaseInItsOwnFilesThoughThereIsNoRoomForTwo() {
        store.instance().disk().setFree(0);
        store.instance().add(Login.of("erp", "e"));
        store.live().setOwner("erp").set(RecoveryModel.FULL);
        List<Path> files = store.live().files().stream().map(DatabaseFile::path).toList();
        RestoredDatabase back;
        try (Instance.Occupant till = store.instance().occupy(store.live())) {
            assertThat(till).isNotNull();
            back = store.restore(IN_PLACE, dump);
        }
        assertThat(back.name()).isEqualTo(LIVE);
        assertThat(back.rowCounts()).containsEntry("dbo.vendas", 40L);
        assertThat(back.notices()).isEmpty();
        assertThat(sales()).isEqualTo(40);
        assertThat(store.live().files()).extracting(DatabaseFile::path).containsExactlyElementsOf(files);
        assertThat(store.live().isSingleUser()).isFalse();
        assertThat(store.live().owner()).isEqualTo("erp");
        assertThat(store.live().recoveryModel()).isEqualTo(RecoveryModel.FULL);
        assertThat(store.databases()).containsExactly(LIVE);
        assertThat(store.scene.staging).isEmptyDirectory();
    }

    @Test
    void touchesNothingForADumpThatCannotBeRestored() throws IOException {
        byte[] bytes = Files.readAllBytes(dump);
        bytes[bytes.length / 2 + 1_000] ^= 1;
        untouched(FaultCode.RESTORED_DATABASE_DAMAGED, store.write("damaged", bytes));
        store.scene.troubles().plan("RESTORE VERIFYONLY", Moment.at(50), Trouble.error(ServerMessage.of(3189)));
        untouched(FaultCode.RESTORED_DATABASE_DAMAGED, dump);
        store.scene.troubles().plan("RESTORE DATABASE", Moment.START, Trouble.error(ServerMessage.of(3110, LIVE)));
        untouched(FaultCode.PERMISSION_MISSING, dump);
        try (RestoreScene newer = new RestoreScene(elsewhere, Product.express2025())) {
            untouched(FaultCode.DUMP_TOO_NEW, newer.dump());
        }
    }

    @Test
    void changesNothingWhereSomebodyHasItForHimself() throws SQLException {
        try (Session other = Session.open(store.scene.address(), LIVE)) {
            other.run(connection -> {
                Databases.closeToOthers(connection, LIVE);
                return true;
            });
            RestoreScene.refused(FaultCode.DATABASE_IN_USE, () -> store.restore(IN_PLACE, dump));
            assertThat(store.live().isSingleUser()).isTrue();
            assertThat(sales()).isEqualTo(41);
        }
    }

    @Test
    void saysSoWhereATillWasFasterAndTheDatabaseStaysClosed() {
        try (Instance.Occupant till = store.instance().cling(store.live())) {
            assertThat(till).isNotNull();
            RestoreScene.refused(FaultCode.DATABASE_LEFT_CLOSED, () -> store.restore(IN_PLACE, dump));
        }
        assertThat(sales()).isEqualTo(41);
    }

    @Test
    void saysThatTheDatabaseCannotBeUsedWhenItBreaksHalfWayAndBringsItBackTheNextTime() {
        store.scene.troubles().plan("RESTORE DATABASE", Moment.at(50),
                Trouble.error(ServerMessage.of(3202, "MCDados.mdf", "1117(I/O device error)")));
        BackupFault fault = RestoreScene.refused(FaultCode.OVERWRITE_BROKEN, () -> store.restore(IN_PLACE, dump));
        assertThat(fault.arguments()[0]).isEqualTo(LIVE);
        assertThat(fault.foreignCode()).contains("SQL Server 3202, OS 1117");
        assertThat(store.live().state()).isEqualTo(DatabaseState.RESTORING);
        store.restore(IN_PLACE, dump);
        assertThat(store.live().state()).isEqualTo(DatabaseState.ONLINE);
        assertThat(sales()).isEqualTo(40);
        assertThat(store.live().isSingleUser()).isFalse();
    }

    @Test
    void saysThatTheDatabaseCannotBeUsedWhenTheServerStopsHalfWay() {
        store.scene.troubles().plan("RESTORE DATABASE", Moment.at(50),
                Trouble.outside(() -> store.scene.server.stop()));
        RestoreScene.refused(FaultCode.OVERWRITE_BROKEN, () -> store.restore(IN_PLACE, dump));
        store.scene.server.startAgain();
        assertThat(store.live().state()).isEqualTo(DatabaseState.RESTORING);
    }

    @Test
    void saysThatTheDatabaseCannotBeUsedWhenItDoesNotPassItsCheck() {
        store.scene.troubles().plan("DBCC CHECKDB", Moment.START, Trouble.outside(() -> store.live().damage(3)));
        BackupFault fault = RestoreScene.refused(FaultCode.OVERWRITE_BROKEN, () -> store.restore(IN_PLACE, dump));
        assertThat(fault.foreignCode()).contains("SQL Server 8928");
        assertThat(store.live().isSingleUser()).isFalse();
    }

    @Test
    void aPersonWhoCancelsIsToldInSecondsHowTheDatabaseStands() throws InterruptedException {
        Hold hold = store.scene.troubles().hold("RESTORE DATABASE", Moment.at(50));
        AtomicReference<FaultCode> told = new AtomicReference<>(FaultCode.INTERNAL);
        CountDownLatch over = new CountDownLatch(1);
        Thread working = Thread.ofPlatform().start(() -> {
            try (Restore restore = store.begin(IN_PLACE, dump)) {
                restore.finish();
            } catch (BackupFault fault) {
                told.set(fault.code());
            } finally {
                over.countDown();
            }
        });
        assertThat(hold.awaitReached(SOON)).isTrue();
        working.interrupt();
        assertThat(over.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(told.get()).isEqualTo(FaultCode.OVERWRITE_BROKEN);
    }

    private void untouched(FaultCode code, Path file) {
        var before = store.everything();
        RestoreScene.refused(code, () -> store.restore(IN_PLACE, file));
        assertThat(store.everything()).isEqualTo(before);
        assertThat(sales()).isEqualTo(41);
        assertThat(store.live().isSingleUser()).isFalse();
        assertThat(store.live().state()).isEqualTo(DatabaseState.ONLINE);
    }

    private int sales() {
        return store.live().table("dbo.vendas").orElseThrow().rows().size();
    }
}

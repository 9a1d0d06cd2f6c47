package br.com.dmbackup.engine.sqlserver.restore;

import static br.com.dmbackup.engine.sqlserver.restore.RestoreScene.LIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.User;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
class SwapTest {
    private static final String KEPT = LIVE + "_antes_20261123_093000";
    @TempDir
    private Path folder;
    private RestoreScene store;
    private Database old;

    @BeforeEach
    void open() {
        store = new RestoreScene(folder);
        old = store.live();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void swapsByNameAndLeavesBothOpenToAll() {
        RestoredDatabase replacement = replacementOfYesterday();
        try (Instance.Occupant till = store.instance().occupy(old)) {
            assertThat(till).isNotNull();
            assertThat(store.restores().swapIn(replacement)).contains(KEPT);
        }
        assertThat(store.databases()).containsExactly(LIVE, KEPT);
        assertThat(store.database(KEPT)).isSameAs(old);
        assertThat(rows(LIVE)).isEqualTo(40);
        assertThat(rows(KEPT)).isEqualTo(41);
        assertThat(store.databases()).allSatisfy(name -> assertThat(store.database(name).isSingleUser()).isFalse());
        assertThat(store.another().dropLeftovers()).isEmpty();
    }

    @Test
    void keepsAnotherOldOneUnderAnotherName() {
        store.instance().create(KEPT);
        assertThat(store.restores().swapIn(replacementOfYesterday())).contains(KEPT + "_2");
    }

    @Test
    void cutsTheKeptNameToWhatTheServerTakes() {
        try (Session session = Session.open(store.scene.address(), Session.MASTER)) {
            String name = session.run(connection -> KeptName.free(connection, "x".repeat(127) + "😀",
                    store.scene.clock));
            assertThat(name).hasSize(128).endsWith("x_antes_20261123_093000");
            assertThat(KeptName.isOf("x".repeat(127) + "😀", name)).isTrue();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Every till comes back as soon as it is put out; the one that renames is in before. */
    @Test
    void letsNoTillSlipInBetween() {
        RestoredDatabase replacement = replacementOfYesterday();
        try (Instance.Occupant till = store.instance().cling(old)) {
            assertThat(till).isNotNull();
            assertThat(store.restores().swapIn(replacement)).contains(KEPT);
        }
        assertThat(rows(LIVE)).isEqualTo(40);
    }

    @Test
    void changesNothingWhereSomebodyHasItForHimself() throws SQLException {
        RestoredDatabase replacement = replacementOfYesterday();
        try (Session other = Session.open(store.scene.address(), LIVE)) {
            other.run(connection -> {
                Databases.closeToOthers(connection, LIVE);
                return true;
            });
            var before = store.everything();
            RestoreScene.refused(FaultCode.DATABASE_IN_USE, () -> store.restores().swapIn(replacement));
            assertThat(store.everything()).isEqualTo(before);
            assertThat(old.isSingleUser()).isTrue();
            other.run(connection -> {
                Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(LIVE) + " SET MULTI_USER");
                return true;
            });
        }
        assertThat(rows(LIVE)).isEqualTo(41);
        store.restores().drop(replacement);
        assertThat(store.databases()).containsExactly(LIVE);
    }

    /** From outside a till can be faster: then the database stays closed to the others, and that is said. */
    @Test
    void saysSoWhereTheDatabaseStaysClosed() {
        Path dump = store.dump();
        asSomebodyWhoMayNotComeIn();
        RestoredDatabase replacement = store.restore(new RestoreTarget.Replacement(), dump);
        try (Instance.Occupant till = store.instance().cling(old)) {
            assertThat(till).isNotNull();
            BackupFault fault = RestoreScene.refused(FaultCode.DATABASE_LEFT_CLOSED,
                    () -> store.restores().swapIn(replacement));
            assertThat(fault.arguments()[1])
                    .isEqualTo("ALTER DATABASE [" + LIVE + "] SET MULTI_USER WITH ROLLBACK IMMEDIATE;");
            assertThat(fault.foreignCode()).contains("SQL Server 5064");
        }
        assertThat(store.database(LIVE)).isSameAs(old);
        store.restores().drop(replacement);
    }

    @Test
    void swapsFromOutsideForALoginThatMayNotComeIn() {
        Path dump = store.dump();
        asSomebodyWhoMayNotComeIn();
        RestoredDatabase replacement = store.restore(new RestoreTarget.Replacement(), dump);
        assertThat(store.restores().swapIn(replacement)).contains(KEPT);
        assertThat(store.database(LIVE).isSingleUser()).isFalse();
        assertThat(old.isSingleUser()).isFalse();
    }

    @Test
    void givesTheOldDatabaseItsNameBackWhenTheSwapBreaksInTheMiddle() {
        store.restores(step -> {
            if (step == Step.RESTORE_OLD_ASIDE) {
                assertThat(store.databases()).contains(KEPT).doesNotContain(LIVE);
                throw new IllegalStateException("power cut");
            }
        });
        RestoredDatabase replacement = replacementOfYesterday();
        assertThatThrownBy(() -> store.restores().swapIn(replacement)).hasMessage("power cut");
        assertThat(store.database(LIVE)).isSameAs(old);
        assertThat(old.isSingleUser()).isFalse();
        store.restores().drop(replacement);
        assertThat(store.databases()).containsExactly(LIVE);
    }

    @Test
    void givesTheOldDatabaseItsNameBackWhenTheServerRefusesTheNewOne() {
        RestoredDatabase replacement = replacementOfYesterday();
        store.scene.troubles().plan("ALTER DATABASE [" + replacement.name() + "] MODIFY NAME", Moment.START,
                Trouble.error(ServerMessage.of(9002, "master")));
        RestoreScene.refused(FaultCode.SERVER_DISK_FULL, () -> store.restores().swapIn(replacement));
        assertThat(store.database(LIVE)).isSameAs(old);
        store.restores().drop(replacement);
    }

    @Test
    void takesASwapForDoneWhenOnlyTheAnswerWasLost() {
        RestoredDatabase replacement = replacementOfYesterday();
        store.scene.troubles().plan("ALTER DATABASE [" + replacement.name() + "] MODIFY NAME", Moment.END,
                Trouble.cut());
        assertThat(store.restores().swapIn(replacement)).contains(KEPT);
        assertThat(rows(LIVE)).isEqualTo(40);
        assertThat(store.database(LIVE).isSingleUser()).isFalse();
    }

    @Test
    void opensTheLiveDatabaseAgainWhenTheConnectionIsLostAfterItWasClosed() {
        RestoredDatabase replacement = replacementOfYesterday();
        store.scene.troubles().plan("ALTER DATABASE [" + LIVE + "] SET SINGLE_USER", Moment.END, Trouble.cut());
        RestoreScene.refused(FaultCode.SERVER_UNREACHABLE, () -> store.restores().swapIn(replacement));
        assertThat(store.database(LIVE)).isSameAs(old);
        assertThat(old.isSingleUser()).isFalse();
        store.restores().drop(replacement);
    }

    @Test
    void saysWhereTheOldDatabaseIsWhenTheServerStopsInTheMiddle() {
        store.restores(step -> {
            if (step == Step.RESTORE_OLD_ASIDE) {
                store.scene.server.stop();
            }
        });
        RestoredDatabase replacement = replacementOfYesterday();
        BackupFault fault = RestoreScene.refused(FaultCode.OLD_DATABASE_ASIDE,
                () -> store.restores().swapIn(replacement));
        assertThat(fault.arguments()).containsExactly(LIVE, KEPT,
                "ALTER DATABASE [" + KEPT + "] MODIFY NAME = [" + LIVE + "];");
        store.scene.server.startAgain();
        assertThat(store.another().dropLeftovers()).containsExactly(KEPT + " → " + LIVE, replacement.name());
        assertThat(store.database(LIVE)).isSameAs(old);
        assertThat(store.databases()).containsExactly(LIVE);
    }

    @Test
    void anInterruptBetweenTheRenamesLeavesTheOldDatabaseInPlace() {
        store.restores(step -> {
            if (step == Step.RESTORE_OLD_ASIDE) {
                Thread.currentThread().interrupt();
            }
        });
        RestoredDatabase replacement = replacementOfYesterday();
        try {
            RestoreScene.refused(FaultCode.CANCELLED, () -> store.restores().swapIn(replacement));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(store.database(LIVE)).isSameAs(old);
        store.restores().drop(replacement);
    }

    @Test
    void swapsInWhereThereIsNoLiveDatabase() {
        Path dump = store.dump();
        store.instance().drop(old);
        RestoredDatabase replacement = store.restore(new RestoreTarget.Replacement(), dump);
        assertThat(store.restores().swapIn(replacement)).isEmpty();
        assertThat(store.databases()).containsExactly(LIVE);
    }

    @Test
    void keepsADatabaseThatWasPutAway() {
        RestoredDatabase replacement = replacementOfYesterday();
        old.set(DatabaseState.OFFLINE);
        assertThat(store.restores().swapIn(replacement)).contains(KEPT);
        assertThat(rows(KEPT)).isEqualTo(41);
    }

    /** The server does not rename what it cannot open; its files are kept where they are. */
    @Test
    void keepsTheFilesOfADatabaseThatTheServerCannotOpen() {
        RestoredDatabase replacement = replacementOfYesterday();
        old.set(DatabaseState.SUSPECT);
        Optional<String> kept = store.restores().swapIn(replacement);
        assertThat(kept).contains(old.files().getFirst().path().toString());
        assertThat(old.files()).allSatisfy(file -> assertThat(file.path()).exists());
        assertThat(rows(LIVE)).isEqualTo(40);
        assertThat(store.databases()).containsExactly(LIVE);
    }

    @Test
    void saysWithWhichStatementDetachedFilesComeBack() {
        store.restores(step -> {
            if (step == Step.RESTORE_OLD_ASIDE) {
                throw new IllegalStateException("power cut");
            }
        });
        RestoredDatabase replacement = replacementOfYesterday();
        old.set(DatabaseState.SUSPECT);
        BackupFault fault = RestoreScene.refused(FaultCode.OLD_DATABASE_ASIDE,
                () -> store.restores().swapIn(replacement));
        List<Path> files = old.files().stream().map(file -> file.path()).toList();
        assertThat(fault.arguments()[2]).isEqualTo("CREATE DATABASE [" + LIVE + "] ON (FILENAME = N'" + files.get(0)
                + "'), (FILENAME = N'" + files.get(1) + "') FOR ATTACH;");
    }

    @Test
    void doesNotDropADatabaseThatIsHalfRestored() {
        RestoredDatabase replacement = replacementOfYesterday();
        old.set(DatabaseState.RESTORING);
        RestoreScene.refused(FaultCode.DATABASE_HALF_RESTORED, () -> store.restores().swapIn(replacement));
        assertThat(store.database(LIVE)).isSameAs(old);
        store.restores().drop(replacement);
    }

    private void asSomebodyWhoMayNotComeIn() {
        store.instance().add(store.scene.as("restaurador").withRoles("dbcreator"));
        old.add(new User("restaurador", "sid:another", Set.of()));
    }

    private RestoredDatabase replacementOfYesterday() {
        Path dump = store.dump();
        store.scene.sell();
        return store.restore(new RestoreTarget.Replacement(), dump);
    }

    private int rows(String database) {
        return store.database(database).table("dbo.vendas").orElseThrow().rows().size();
    }
}

package br.com.dmbackup.engine.sqlserver.restore;

import static br.com.dmbackup.engine.sqlserver.restore.RestoreScene.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
class BelongingsTest {
    @TempDir
    private Path folder;
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
    void takesOwnerAndRecoveryModelOfTheDatabaseThatItReplaces() {
        Path dump = store.dump();
        store.instance().add(Login.of("erp", "e"));
        store.live().setOwner("erp").set(RecoveryModel.FULL);
        RestoredDatabase replacement = store.restore(new RestoreTarget.Replacement(), dump);
        store.restores().swapIn(replacement);
        assertThat(replacement.notices()).isEmpty();
        assertThat(store.database(LIVE).owner()).isEqualTo("erp");
        assertThat(store.database(LIVE).recoveryModel()).isEqualTo(RecoveryModel.FULL);
    }

    @Test
    void takesOwnerAndRecoveryModelOfTheBackupWhereItReplacesNone() {
        store.instance().add(Login.of("erp", "e"));
        store.live().setOwner("erp").set(RecoveryModel.BULK_LOGGED);
        RestoredDatabase back = store.restoreNew(store.dump());
        assertThat(back.notices()).isEmpty();
        assertThat(store.database("Volta").owner()).isEqualTo("erp");
        assertThat(store.database("Volta").recoveryModel()).isEqualTo(RecoveryModel.BULK_LOGGED);
    }

    @Test
    void tellsWhatTheServerDoesNotAccept() {
        Path dump = store.dump();
        store.instance().add(store.scene.as("restaurador").withRoles("dbcreator"));
        List<Notice> notices = store.restore(new RestoreTarget.Replacement(), dump).notices();
        assertThat(notices).containsExactly(Notice.of(NoticeCode.PROPERTIES_NOT_RESTORED, LIVE,
                "ALTER AUTHORIZATION ON DATABASE::[" + LIVE + "] TO [sa];"));
    }

    @Test
    void givesUsersTheLoginsOfTheirNamesAndTellsOfTheOthers() {
        store.instance().add(Login.of("caixa", "c")).add(Login.of("gerente", "g"));
        store.live().add(new User("caixa", "sid:of another server", Set.of("db_owner")))
                .add(new User("antigo", "sid:gone", Set.of("db_datareader")))
                .add(User.of(store.instance().login("gerente").orElseThrow(), "db_datareader"));
        RestoredDatabase back = store.restoreNew(store.dump());
        assertThat(back.notices()).containsExactly(Notice.of(NoticeCode.USERS_REMAPPED, "Volta", "caixa"),
                Notice.of(NoticeCode.USERS_WITHOUT_LOGIN, "Volta", "antigo",
                        "USE [Volta]; CREATE LOGIN [antigo] WITH PASSWORD = N'…'; "
                                + "ALTER USER [antigo] WITH LOGIN = [antigo];"));
        Database restored = store.database("Volta");
        assertThat(restored.users()).filteredOn(user -> user.name().equals("caixa")).singleElement()
                .satisfies(user -> assertThat(user.sid()).isEqualTo("sid:caixa"))
                .satisfies(user -> assertThat(user.roles()).containsExactly("db_owner"));
        assertThat(restored.users()).extracting(User::sid).contains("sid:gerente", "sid:gone");
    }

    @Test
    void tellsThatADatabaseIsOpenToAllNowWhichWasNotBefore() {
        Path dump = store.dump();
        store.live().setSingleUser(true);
        RestoredDatabase replacement = store.restore(new RestoreTarget.Replacement(), dump);
        assertThat(replacement.notices()).containsExactly(Notice.of(NoticeCode.DATABASE_OPENED_TO_ALL, LIVE,
                "SINGLE_USER", "ALTER DATABASE [" + LIVE + "] SET SINGLE_USER;"));
        store.restores().swapIn(replacement);
        assertThat(store.database(LIVE).isSingleUser()).isFalse();
    }

    @Test
    void leavesTheUsersOfADrillAlone() {
        store.live().add(new User("antigo", "sid:gone", Set.of()));
        RestoredDatabase drilled = store.restore(new RestoreTarget.Scratch(), store.dump());
        assertThat(drilled.notices()).isEmpty();
        store.restores().drop(drilled);
        assertThat(store.databases()).containsExactly(LIVE);
    }
}

package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.User;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseChangesTest {
    @TempDir
    private Path folder;
    private Till till;
    private SQLServerConnection connection;

    @BeforeEach
    void open() throws SQLException {
        till = new Till(folder);
        connection = till.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        till.close();
    }

    @Test
    void swapsTwoDatabasesByTheirNames() throws SQLException {
        Till.run(connection, "CREATE DATABASE [Novo]");
        Till.run(connection, "ALTER DATABASE [Shop] MODIFY NAME = [Shop velho]");
        Till.run(connection, "ALTER DATABASE [Novo] MODIFY NAME = [Shop]");
        assertThat(Till.askAll(connection, "SELECT name FROM sys.databases WHERE database_id > 4 ORDER BY name"))
                .containsExactly(List.of("Shop"), List.of("Shop velho"));
        assertThat(failure("ALTER DATABASE [Shop velho] MODIFY NAME = [Shop]")).containsExactly(1801);
        assertThat(till.shop.name()).isEqualTo("Shop velho");
    }

    @Test
    void neitherRenamesNorDropsWhatIsInUse() throws SQLException {
        try (Connection other = till.connect("encrypt=false;databaseName=Shop")) {
            assertThat(failure("ALTER DATABASE [Shop] MODIFY NAME = [Else]")).containsExactly(5030);
            assertThat(failure("DROP DATABASE [Shop]")).containsExactly(3702);
            assertThat(other.isValid(5)).isTrue();
        }
        Background.awaitUntil(() -> till.instance.clients().size() == 1);
        Till.run(connection, "DROP DATABASE [Shop]");
        assertThat(failure("DROP DATABASE [Shop]")).containsExactly(3701);
        Till.run(connection, "DROP DATABASE IF EXISTS [Shop]");
        assertThat(failure("DROP DATABASE [master]")).containsExactly(3702);
    }

    @Test
    void letsOneUserInWhereOnlyOneMay() throws SQLException {
        try (Connection single = till.connect("encrypt=false;databaseName=Shop")) {
            Till.run(single, "ALTER DATABASE [Shop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            assertThat(failure("USE [Shop]")).containsExactly(924);
            assertThat(failure("ALTER DATABASE [Shop] SET MULTI_USER")).containsExactly(5064, 5069);
            Till.run(single, "ALTER DATABASE [Shop] SET MULTI_USER");
        }
        Till.run(connection, "USE [Shop]");
        till.shop.setSingleUser(true);
        Till.run(connection, "USE [master]");
        try (Instance.Occupant till1 = till.instance.occupy(till.shop)) {
            assertThat(till1).isNotNull();
            assertThat(Background.numbers(catchThrowableOfType(SQLException.class, () -> till.backUp(connection))))
                    .containsExactly(924, 3013);
        }
        assertThat(till.backUp(connection)).contains(3014);
    }

    @Test
    void putsNobodyOutWhoHasItForHimself() throws SQLException {
        try (Connection single = till.connect("encrypt=false;databaseName=Shop")) {
            Till.run(single, "ALTER DATABASE [Shop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            assertThat(failure("ALTER DATABASE [Shop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE"))
                    .containsExactly(5064, 5069);
            assertThat(failure("ALTER DATABASE [Shop] SET MULTI_USER WITH ROLLBACK IMMEDIATE"))
                    .containsExactly(5064, 5069);
            assertThat(single.isValid(5)).isTrue();
        }
    }

    @Test
    void letsATillBackInUnlessSomebodyElseIsTheOne() throws SQLException {
        try (Instance.Occupant till1 = till.instance.cling(till.shop)) {
            assertThat(till1).isNotNull();
            Till.run(connection, "ALTER DATABASE [Shop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            assertThat(failure("ALTER DATABASE [Shop] MODIFY NAME = [Else]")).containsExactly(5030);
            till.shop.setSingleUser(false);
            Till.run(connection, "USE [Shop]");
            Till.run(connection, "ALTER DATABASE [Shop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            Till.run(connection, "ALTER DATABASE [Shop] MODIFY NAME = [Else]");
            assertThat(till.shop.name()).isEqualTo("Else");
        }
    }

    @Test
    void detachesWithoutTouchingAFileButASuspectOneOnlyInEmergency() throws SQLException {
        String detach = "EXEC sp_detach_db @dbname = N'Shop', @skipchecks = N'true'";
        till.shop.set(DatabaseState.SUSPECT);
        assertThat(failure("ALTER DATABASE [Shop] SET ONLINE")).containsExactly(926, 5069);
        assertThat(failure(detach)).containsExactly(3707);
        Till.run(connection, "ALTER DATABASE [Shop] SET EMERGENCY");
        Till.run(connection, detach);
        assertThat(till.instance.database("Shop")).isEmpty();
        assertThat(till.shop.files()).allSatisfy(file -> assertThat(file.path()).exists());
    }

    @Test
    void knowsLoginsByTheirNumbersAndGivesADatabaseAwayOnlyForWhoMay() throws SQLException {
        till.instance.add(Login.of("clerk", "c").withRoles("dbcreator"));
        assertThat(Till.ask(connection, "SELECT SUSER_SNAME(owner_sid) FROM sys.databases WHERE name = ?", "Shop"))
                .isEqualTo("sa");
        assertThat(Till.ask(connection, "SELECT SUSER_ID(?)", "nobody")).isNull();
        assertThat(Till.ask(connection, "SELECT SUSER_ID(?)", "clerk")).isNotNull();
        till.shop.setOwner("clerk");
        try (Connection theirs = till.connectAs("clerk", "c", "encrypt=false")) {
            assertThat(failure(theirs, "ALTER AUTHORIZATION ON DATABASE::[Shop] TO [sa]")).containsExactly(15151);
        }
    }

    @Test
    void goesOfflineOnlineAndChangesItsModelAndOwner() throws SQLException {
        Till.run(connection, "ALTER DATABASE [Shop] SET OFFLINE WITH ROLLBACK IMMEDIATE");
        assertThat(till.shop.state()).isEqualTo(DatabaseState.OFFLINE);
        assertThat(failure("SELECT COUNT(*) FROM Shop.dbo.items")).containsExactly(942);
        Till.run(connection, "ALTER DATABASE [Shop] SET ONLINE");
        Till.run(connection, "ALTER DATABASE [Shop] SET RECOVERY FULL");
        assertThat(till.shop.recoveryModel()).isEqualTo(RecoveryModel.FULL);
        assertThat(failure("ALTER AUTHORIZATION ON DATABASE::[Shop] TO [nobody]")).containsExactly(15151);
        till.instance.add(Login.of("dono", "d"));
        Till.run(connection, "ALTER AUTHORIZATION ON DATABASE::[Shop] TO [dono]");
        assertThat(till.shop.owner()).isEqualTo("dono");
    }

    @Test
    void changesNothingForWhoMayNot() throws SQLException {
        Login clerk = Login.of("clerk", "c");
        till.instance.add(clerk);
        till.shop.add(User.of(clerk, "db_backupoperator"));
        try (Connection theirs = till.connectAs("clerk", "c", "encrypt=false")) {
            assertThat(failure(theirs, "ALTER DATABASE [Shop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE"))
                    .containsExactly(5011, 5069);
            assertThat(failure(theirs, "DROP DATABASE [Shop]")).containsExactly(3701);
            assertThat(failure(theirs, "CREATE DATABASE [x]")).containsExactly(262);
            assertThat(failure(theirs, "DBCC CHECKDB ([Shop]) WITH NO_INFOMSGS")).containsExactly(7983);
            assertThat(failure(theirs, "SELECT name FROM Shop.dbo.items")).containsExactly(229);
            assertThat(failure(theirs, "SELECT percent_complete FROM sys.dm_exec_requests")).containsExactly(300);
            assertThat(Till.askAll(theirs, "SELECT name FROM sys.master_files")).isEmpty();
            assertThat(Till.ask(theirs, "SELECT HAS_PERMS_BY_NAME(N'Shop', N'DATABASE', N'BACKUP DATABASE')"))
                    .isEqualTo("1");
            assertThat(Till.ask(theirs, "SELECT HAS_PERMS_BY_NAME(NULL, NULL, N'CREATE ANY DATABASE')")).isEqualTo("0");
        }
    }

    @Test
    void givesALoginWhatTheScriptGrants() throws SQLException {
        Till.run(connection, "CREATE LOGIN [dmbackup] WITH PASSWORD = N'S3nha''!'; USE [Shop]; "
                + "CREATE USER [dmbackup] FOR LOGIN [dmbackup]; ALTER ROLE [db_backupoperator] ADD MEMBER [dmbackup]; "
                + "GRANT CREATE ANY DATABASE TO [dmbackup]");
        try (Connection theirs = till.connectAs("dmbackup", "S3nha'!", "encrypt=false")) {
            assertThat(till.backUp(theirs)).contains(3014);
            assertThat(Till.run(theirs, "RESTORE VERIFYONLY FROM DISK = ? WITH CHECKSUM, STATS = 10",
                    till.bak.toString())).contains(3262);
        }
        assertThat(till.server.refused()).isEmpty();
    }

    @Test
    void checkdbIsSilentUntilAPageIsDamaged() throws SQLException {
        assertThat(Till.run(connection, "DBCC CHECKDB ([Shop]) WITH NO_INFOMSGS")).isEmpty();
        till.shop.damage(3);
        assertThat(failure("DBCC CHECKDB ([Shop]) WITH NO_INFOMSGS")).startsWith(8928, 8939);
    }

    private List<Integer> failure(String text) {
        return failure(connection, text);
    }

    private List<Integer> failure(Connection who, String text) {
        return Background.numbers(catchThrowableOfType(SQLException.class, () -> Till.run(who, text)));
    }
}

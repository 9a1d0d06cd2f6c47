package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.User;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreStatementTest {
    private static final String BESIDE = "RESTORE DATABASE [Copy] FROM DISK = ? WITH FILE = 1, MOVE N'Shop' TO ?, "
            + "MOVE N'Shop_log' TO ?, CHECKSUM, STATS = 5, RECOVERY";
    private static final String OVER = "RESTORE DATABASE [Shop] FROM DISK = ? WITH FILE = 1, REPLACE, CHECKSUM, "
            + "STATS = 5, RECOVERY";
    @TempDir
    private Path folder;
    @TempDir
    private Path elsewhere;
    private Till till;
    private SQLServerConnection connection;

    @BeforeEach
    void backUp() throws SQLException {
        till = new Till(folder);
        till.shop.set(RecoveryModel.FULL).add(new User("caixa", "sid:caixa", java.util.Set.of("db_owner")));
        connection = till.connect();
        till.backUp(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        till.close();
    }

    @Test
    void bringsBackBesideTheLiveDatabaseWhatWasBackedUp() throws SQLException {
        List<Integer> numbers = beside();
        assertThat(numbers).endsWith(4035, 4035, 3014).contains(3211);
        Database copy = till.instance.database("Copy").orElseThrow();
        assertThat(copy.contents()).isEqualTo(till.shop.contents());
        assertThat(copy.state()).isEqualTo(DatabaseState.ONLINE);
        assertThat(copy.files()).extracting(file -> file.path().getFileName().toString())
                .containsExactly("copy.mdf", "copy.ldf");
        assertThat(till.instance.dataFolder().resolve("copy.mdf")).exists();
        assertThat(Till.run(connection, "DBCC CHECKDB ([Copy]) WITH NO_INFOMSGS")).isEmpty();
        Till.run(connection, "DROP DATABASE [Copy]");
        assertThat(till.instance.dataFolder().resolve("copy.mdf")).doesNotExist();
    }

    @Test
    void putsBackOverTheLiveDatabaseOnlyWhenNobodyIsInIt() throws SQLException {
        till.shop.insert("dbo.items", List.of(99L, "later"));
        try (Connection other = till.connect("encrypt=false;databaseName=Shop")) {
            assertThat(failure(OVER, bak())).containsExactly(3101, 3013);
            Till.run(connection, "ALTER DATABASE [Shop] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            assertThat(other.isValid(5)).isFalse();
        }
        assertThat(Till.run(connection, OVER, bak())).contains(3014);
        Till.run(connection, "ALTER DATABASE [Shop] SET MULTI_USER");
        assertThat(Till.ask(connection, "SELECT COUNT_BIG(*) FROM Shop.dbo.items")).isEqualTo("20000");
        assertThat(till.shop.isSingleUser()).isFalse();
        assertThat(till.shop.users()).extracting(User::name).containsExactly("caixa");
        assertThat(till.shop.recoveryModel()).isEqualTo(RecoveryModel.FULL);
    }

    @Test
    void doesNotReplaceTheDatabaseThatTheSessionIsIn() throws SQLException {
        connection.setCatalog("Shop");
        assertThat(failure(OVER, bak())).containsExactly(3102, 3013);
    }

    @Test
    void guardsAnotherDatabaseAndTheTailOfALogUnlessToldToReplace() throws SQLException {
        till.instance.create("Other");
        assertThat(failure("RESTORE DATABASE [Other] FROM DISK = ? WITH RECOVERY", bak())).containsExactly(3154, 3013);
        till.backUp(connection, "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT", "Shop");
        till.shop.insert("dbo.items", List.of(99L, "later"));
        assertThat(failure("RESTORE DATABASE [Shop] FROM DISK = ? WITH RECOVERY", bak())).containsExactly(3159, 3013);
    }

    @Test
    void refusesPlacesThatAreTakenMissingOrUnknown() throws IOException {
        String mdf = till.instance.dataFolder().resolve("copy.mdf").toString();
        assertThat(failure(BESIDE, bak(), till.instance.dataFolder().resolve("Shop.mdf").toString(), mdf))
                .containsExactly(1834, 3156, 3119, 3013);
        assertThat(failure(BESIDE, bak(), folder.resolve("none").resolve("copy.mdf").toString(), mdf))
                .containsExactly(5133, 3156, 3119, 3013);
        till.instance.disk().close(elsewhere);
        assertThat(failure(BESIDE, bak(), elsewhere.resolve("copy.mdf").toString(), mdf))
                .containsExactly(5120, 3156, 3119, 3013);
        assertThat(failure(BESIDE.replace("N'Shop_log'", "N'Nothing'"), bak(), mdf, mdf)).contains(3234);
        Path closed = Files.createFile(elsewhere.resolve("closed.bak"));
        assertThat(failure(BESIDE, closed.toString(), mdf, mdf))
                .containsExactly(3201, 3013);
        assertThat(till.instance.database("Copy")).isEmpty();
    }

    @Test
    void refusesWhatIsTooNewTooBigOrHasNoRoom() throws SQLException {
        try (Till old = new Till(elsewhere, Product.express2014()); Connection there = old.connect()) {
            assertThat(failure(there, OVER, bak())).containsExactly(3169, 3013);
        }
        till.instance.disk().setFree(1_000);
        assertThat(failureBeside()).containsExactly(3257, 3119, 3013);
        Instance small = new Instance(Product.express2022().withSizeLimit(1 << 20), elsewhere, till.clock, "s");
        try (SqlServerDouble server = SqlServerDouble.start(small);
                Connection there = java.sql.DriverManager.getConnection(server.url() + "encrypt=false", "sa", "s")) {
            assertThat(failure(there, BESIDE, bak(), elsewhere.resolve("c.mdf").toString(),
                    elsewhere.resolve("c.ldf").toString())).containsExactly(1827, 3013);
        }
    }

    @Test
    void restoresNoLogAsIfItWereADatabase() throws SQLException {
        till.backUp(connection, "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT", "Shop");
        till.backUp(connection, "BACKUP LOG ? TO DISK = ? WITH FORMAT, INIT", "Shop");
        assertThat(failure("RESTORE DATABASE [Else] FROM DISK = ? WITH RECOVERY", bak())).containsExactly(3117, 3013);
    }

    @Test
    void needsRightsAndOwningTheContentsIsNotEnough() throws SQLException {
        Login clerk = Login.of("clerk", "c");
        till.instance.add(clerk);
        till.shop.add(User.of(clerk, "db_owner"));
        try (Connection theirs = till.connectAs("clerk", "c", "encrypt=false")) {
            assertThat(failure(theirs, OVER, bak())).containsExactly(3110, 3013);
            assertThat(failure(theirs, BESIDE, bak(), "x", "y")).containsExactly(262, 3013);
        }
        till.instance.add(clerk.withRoles("dbcreator"));
        try (Connection theirs = till.connectAs("clerk", "c", "encrypt=false")) {
            assertThat(Till.run(theirs, OVER, bak())).contains(3014);
        }
        assertThat(till.shop.owner()).isEqualTo("clerk");
    }

    @Test
    void leavesTheDatabaseRestoringWhereTheFileTurnsOutBad() throws IOException, SQLException {
        byte[] bytes = Files.readAllBytes(till.bak);
        bytes[bytes.length / 2] ^= 1;
        Files.write(till.bak, bytes);
        assertThat(failureBeside()).containsExactly(3183, 3013);
        assertThat(Till.ask(connection, "SELECT state_desc FROM sys.databases WHERE name = ?", "Copy"))
                .isEqualTo("RESTORING");
        assertThat(failure("USE [Copy]")).containsExactly(927);
        Till.run(connection, "DROP DATABASE [Copy]");
        assertThat(till.instance.database("Copy")).isEmpty();
    }

    @Test
    void waitsForTheLastStepWhereNoRecoveryIsAsked() throws SQLException {
        Till.run(connection, BESIDE.replace("RECOVERY", "NORECOVERY"), bak(),
                till.instance.dataFolder().resolve("copy.mdf").toString(),
                till.instance.dataFolder().resolve("copy.ldf").toString());
        assertThat(till.instance.database("Copy").orElseThrow().state()).isEqualTo(DatabaseState.RESTORING);
        Till.run(connection, "RESTORE DATABASE [Copy] WITH RECOVERY");
        assertThat(till.instance.database("Copy").orElseThrow().state()).isEqualTo(DatabaseState.ONLINE);
    }

    private List<Integer> beside() throws SQLException {
        return Till.run(connection, BESIDE, bak(), till.instance.dataFolder().resolve("copy.mdf").toString(),
                till.instance.dataFolder().resolve("copy.ldf").toString());
    }

    private List<Integer> failureBeside() {
        return Background.numbers(catchThrowableOfType(SQLException.class, this::beside));
    }

    private List<Integer> failure(String text, String... values) {
        return failure(connection, text, values);
    }

    private List<Integer> failure(Connection who, String text, String... values) {
        return Background.numbers(catchThrowableOfType(SQLException.class, () -> Till.run(who, text, values)));
    }

    private String bak() {
        return till.bak.toString();
    }
}

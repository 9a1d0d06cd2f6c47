package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.User;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupStatementTest {
    private static final String PLAIN = "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT";
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
    void tellsProgressThenTheFilesThenThatItIsDone() throws SQLException {
        List<Integer> numbers = till.backUp(connection);
        assertThat(numbers.subList(numbers.size() - 3, numbers.size())).containsExactly(4035, 4035, 3014);
        assertThat(numbers.subList(0, numbers.size() - 3)).hasSizeBetween(5, 20).containsOnly(3211);
        assertThat(till.bak).isNotEmptyFile();
    }

    @Test
    void tellsProgressWhileItRuns() throws SQLException {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Hold hold = till.server.troubles().hold("BACKUP", Moment.at(50));
        connection.setServerMessageHandler(message -> {
            heard.add(message.getErrorMessage());
            return message;
        });
        Background backup = Background.run(() -> till.backUp(connection));
        assertThat(hold.awaitReached(Till.PATIENCE)).isTrue();
        Background.awaitUntil(() -> heard.contains("50 percent processed.") || heard.size() >= 5);
        assertThat(heard).doesNotContain("100 percent processed.");
        hold.release();
        assertThat(backup.failure()).isEmpty();
        assertThat(heard).contains("100 percent processed.");
    }

    @Test
    void leavesARowInTheHistoryThatNamesTheFile() throws SQLException {
        till.backUp(connection);
        assertThat(Till.askAll(connection, "SELECT b.database_name, b.type, b.is_copy_only, b.has_backup_checksums, "
                + "b.is_damaged, b.name, m.physical_device_name FROM msdb.dbo.backupset b "
                + "JOIN msdb.dbo.backupmediafamily m ON m.media_set_id = b.media_set_id "
                + "WHERE b.database_name = ? ORDER BY b.backup_set_id DESC", "Shop")).containsExactly(
                        List.of("Shop", "D", "1", "1", "0", "dmbackup", till.bak.toString()));
        assertThat(Till.ask(connection, "SELECT TOP (1) backup_set_uuid FROM msdb.dbo.backupset"))
                .isEqualToIgnoringCase(
                        till.instance.history().getFirst().uuid().toString());
    }

    @Test
    void refusesInTheOrderOfTheServer() throws SQLException {
        connection.setAutoCommit(false);
        assertThat(failure(PLAIN, "Nowhere")).containsExactly(3021, 3013);
        connection.setAutoCommit(true);
        assertThat(failure(PLAIN, "Nowhere")).containsExactly(911, 3013);
        assertThat(failure(PLAIN, "tempdb")).containsExactly(3147, 3013);
        assertThat(failure("BACKUP LOG ? TO DISK = ? WITH FORMAT, INIT", "Shop")).containsExactly(4208, 3013);
        till.shop.set(RecoveryModel.FULL);
        assertThat(failure("BACKUP LOG ? TO DISK = ? WITH FORMAT, INIT", "Shop")).containsExactly(4214, 3013);
        assertThat(failure(PLAIN + ", DIFFERENTIAL", "Shop")).containsExactly(3035, 3013);
        assertThat(failure(PLAIN + ", COMPRESSION", "Shop")).containsExactly(1844, 3013);
        till.shop.set(DatabaseState.OFFLINE);
        assertThat(failure(PLAIN, "Shop")).containsExactly(942, 3013);
        till.shop.set(DatabaseState.RESTORING);
        assertThat(failure(PLAIN, "Shop")).containsExactly(927, 3013);
        assertThat(till.instance.history()).isEmpty();
        assertThat(till.server.refused()).isEmpty();
    }

    @Test
    void letsACopyBeNoBaseForLogsAndDifferentials() throws SQLException {
        till.shop.set(RecoveryModel.FULL);
        till.backUp(connection);
        assertThat(failure(PLAIN + ", DIFFERENTIAL", "Shop")).containsExactly(3035, 3013);
        till.backUp(connection, PLAIN, "Shop");
        till.backUp(connection, PLAIN + ", DIFFERENTIAL", "Shop");
        till.backUp(connection, "BACKUP LOG ? TO DISK = ? WITH FORMAT, INIT, STATS = 10", "Shop");
        assertThat(till.instance.history()).extracting(each -> "" + each.type() + each.copyOnly())
                .containsExactly("Dtrue", "Dfalse", "Ifalse", "Lfalse");
    }

    @Test
    void needsARole() throws SQLException {
        Login clerk = Login.of("clerk", "c");
        till.instance.add(clerk);
        till.shop.add(User.of(clerk, "db_datareader"));
        try (Connection theirs = till.connectAs("clerk", "c", "encrypt=false")) {
            assertThat(failure(theirs, PLAIN, "Shop")).containsExactly(262, 3013);
            till.shop.add(User.of(clerk, "db_backupoperator"));
            assertThat(till.backUp(theirs)).contains(3014);
            assertThat(failure(theirs, "RESTORE VERIFYONLY FROM DISK = N'" + till.bak + "' WITH CHECKSUM", ""))
                    .containsExactly(262, 3013);
        }
    }

    @Test
    void needsAFolderThatTheServiceCanUse() throws SQLException {
        Path nowhere = folder.resolve("missing").resolve("x.bak");
        SQLException missing = catchThrowableOfType(SQLException.class, () -> Till.run(connection, PLAIN, "Shop",
                nowhere.toString()));
        assertThat(missing.getErrorCode()).isEqualTo(3201);
        assertThat(missing.getMessage()).contains("Operating system error 3(");
        till.instance.disk().close(till.instance.backupFolder());
        assertThat(catchThrowableOfType(SQLException.class, () -> till.backUp(connection)).getMessage())
                .contains("Operating system error 5(Access is denied.)");
    }

    @Test
    void runsOneAtATime() throws SQLException {
        Hold hold = till.server.troubles().hold("BACKUP", Moment.at(10));
        Background first = Background.run(() -> till.backUp(connection));
        assertThat(hold.awaitReached(Till.PATIENCE)).isTrue();
        try (Connection second = till.connect()) {
            assertThat(failure(second, PLAIN, "Shop")).containsExactly(3023, 3013);
            assertThat(
                    Till.askAll(second, "SELECT command FROM sys.dm_exec_requests WHERE percent_complete > 5"))
                    .containsExactly(List.of("BACKUP DATABASE"));
        }
        hold.release();
        assertThat(first.failure()).isEmpty();
    }

    @Test
    void leavesHalfAFileWhereTheDiskRunsFull() throws Exception {
        till.instance.disk().setFree(300_000);
        SQLException full = catchThrowableOfType(SQLException.class, () -> till.backUp(connection));
        assertThat(full.getErrorCode()).isEqualTo(3202);
        assertThat(full.getMessage()).contains("112(There is not enough space on the disk.)");
        assertThat(full.getNextException().getErrorCode()).isEqualTo(3013);
        assertThat(Files.size(till.bak)).isBetween(1L, 300_000L);
        assertThat(till.instance.history()).isEmpty();
        till.instance.disk().setFree(1L << 30);
        assertThat(till.backUp(connection)).contains(3014);
    }

    @Test
    void noticesADamagedPageOnlyWhereChecksumsAreRead() throws SQLException {
        till.shop.damage(20);
        assertThat(failure(PLAIN + ", CHECKSUM", "Shop")).containsExactly(3043, 3013);
        assertThat(till.backUp(connection, PLAIN, "Shop")).contains(3014);
    }

    private List<Integer> failure(String text, String database) {
        return failure(connection, text, database);
    }

    private List<Integer> failure(Connection who, String text, String database) {
        return Background.numbers(catchThrowableOfType(SQLException.class, () -> till.backUp(who, text, database)));
    }
}

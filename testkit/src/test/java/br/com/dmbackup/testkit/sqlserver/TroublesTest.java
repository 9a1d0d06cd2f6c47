package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.testkit.sqlserver.message.Language;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.ProgressHabit;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The misfortunes that a test can order, as the driver shows them. */
class TroublesTest {
    private static final String NAMES = "SELECT name FROM sys.databases ORDER BY name";
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
    void anErrorCarriesItsNumberSeverityStateLineAndProcedure() {
        till.server.troubles().plan("SELECT", Moment.START, Trouble
                .error(ServerMessage.of(1222).withState(45).in("sp_backup", 17)));
        SQLServerException error = catchThrowableOfType(SQLServerException.class, () -> Till.run(connection, NAMES));
        assertThat(error.getErrorCode()).isEqualTo(1222);
        assertThat(error.getSQLServerError().getErrorSeverity()).isEqualTo(16);
        assertThat(error.getSQLServerError().getErrorState()).isEqualTo(45);
        assertThat(error.getSQLServerError().getLineNumber()).isEqualTo(17);
        assertThat(error.getSQLServerError().getProcedureName()).isEqualTo("sp_backup");
        assertThat(error.getSQLServerError().getServerName()).isEqualTo("CAIXA01\\SQLEXPRESS");
    }

    @Test
    void happensOnceUnlessPlannedForAlways() throws SQLException {
        till.server.troubles().plan("SELECT", Moment.START, Trouble.error(ServerMessage.of(1205, 52)));
        assertThat(numbers(NAMES)).containsExactly(1205);
        assertThat(Till.askAll(connection, NAMES)).hasSize(5);
        till.server.troubles().planAlways("SELECT", Moment.START, Trouble.error(ServerMessage.of(1205, 52)));
        assertThat(numbers(NAMES)).containsExactly(1205);
        assertThat(numbers(NAMES)).containsExactly(1205);
    }

    @Test
    void anErrorBehindRowsIsSeenOnlyByWhoReadsToTheEnd() throws SQLException {
        String header = "RESTORE HEADERONLY FROM DISK = N'" + till.bak + "'";
        till.backUp(connection);
        till.server.troubles().planAlways("RESTORE HEADERONLY", Moment.END,
                Trouble.error(ServerMessage.of(3203, till.bak, "1117(An I/O device error.)"),
                        ServerMessage.of(3013, "RESTORE HEADERONLY")));
        try (Statement careless = connection.createStatement(); ResultSet rows = careless.executeQuery(header)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("DatabaseName")).isEqualTo("Shop");
        }
        assertThat(numbers(header)).startsWith(3203);
    }

    @Test
    void anErrorBehindAnUpdateCountIsSeenOnlyByWhoReadsToTheEnd() throws SQLException {
        String batch = "INSERT INTO Shop.dbo.items (id, name) VALUES (1, N'x'); SELECT nothing FROM sys.databases";
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(batch)).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(1);
            SQLException late = catchThrowableOfType(SQLException.class, statement::getMoreResults);
            assertThat(late.getErrorCode()).isEqualTo(207);
        }
    }

    @Test
    void severity20ClosesTheConnection() throws SQLException {
        till.server.troubles().plan("BACKUP", Moment.at(50), Trouble.error(ServerMessage.of(823, "21", "Shop.mdf")));
        SQLException fatal = catchThrowableOfType(SQLException.class, () -> till.backUp(connection));
        assertThat(fatal.getErrorCode()).isEqualTo(823);
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void aCutConnectionIsOnlyThat() throws SQLException {
        till.server.troubles().plan("BACKUP", Moment.at(50), Trouble.cut());
        SQLException cut = catchThrowableOfType(SQLException.class, () -> till.backUp(connection));
        assertThat(cut.getSQLState()).isEqualTo("08S01");
        assertThat(connection.isClosed()).isTrue();
        assertThat(till.instance.history()).isEmpty();
        assertThat(till.bak).exists();
    }

    @Test
    void theServiceMayStopInTheMidstOfABackup() throws SQLException {
        Hold hold = till.server.troubles().hold("BACKUP", Moment.at(50));
        Background backup = Background.run(() -> till.backUp(connection));
        assertThat(hold.awaitReached(Till.PATIENCE)).isTrue();
        till.server.stop();
        assertThat(backup.sqlFailure().getSQLState()).isEqualTo("08S01");
        Background.awaitUntil(() -> till.shop.begin());
        assertThat(till.instance.history()).isEmpty();
    }

    @Test
    void aCancelEndsTheBackupAndKeepsTheConnection() throws SQLException {
        Hold hold = till.server.troubles().hold("BACKUP", Moment.at(50));
        try (PreparedStatement backup = connection.prepareStatement(
                "BACKUP DATABASE [Shop] TO DISK = ? WITH FORMAT, INIT, STATS = 5")) {
            backup.setString(1, till.bak.toString());
            Background work = Background.run(backup::execute);
            assertThat(hold.awaitReached(Till.PATIENCE)).isTrue();
            assertThat(work.isDone()).isFalse();
            backup.cancel();
            SQLException cancelled = work.sqlFailure();
            assertThat(cancelled.getSQLState()).isEqualTo("HY008");
            assertThat(cancelled.getErrorCode()).isZero();
        }
        assertThat(connection.isValid(5)).isTrue();
        assertThat(till.instance.history()).isEmpty();
        assertThat(till.backUp(connection)).contains(3014);
    }

    @Test
    void aCancelInsideTheMessageHandlerWorksToo() throws SQLException {
        try (Statement backup = connection.createStatement()) {
            connection.setServerMessageHandler(message -> {
                try {
                    backup.cancel();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                return message;
            });
            till.server.troubles().planAlways("BACKUP", Moment.at(20), Trouble.pause(Duration.ofMillis(300)));
            SQLException cancelled = catchThrowableOfType(SQLException.class, () -> backup
                    .execute("BACKUP DATABASE [Shop] TO DISK = N'" + till.bak + "' WITH FORMAT, INIT, STATS = 5"));
            assertThat(cancelled.getSQLState()).isEqualTo("HY008");
        }
        assertThat(connection.isValid(5)).isTrue();
    }

    @Test
    void aServerThatHangsIsLeftOnlyByAbort() throws SQLException {
        Hold deaf = till.server.troubles().hang("BACKUP", Moment.at(50));
        try (Statement backup = connection.createStatement()) {
            Background work = Background.run(() -> backup
                    .execute("BACKUP DATABASE [Shop] TO DISK = N'" + till.bak + "' WITH FORMAT, INIT, STATS = 5"));
            assertThat(deaf.awaitReached(Till.PATIENCE)).isTrue();
            backup.cancel();
            assertThat(work.isDone()).isFalse();
            connection.abort(Runnable::run);
            assertThat(work.sqlFailure().getSQLState()).isEqualTo("08S01");
        }
    }

    @Test
    void aSilenceIsNoticedByASocketTimeout() throws SQLException {
        till.server.troubles().hang("BACKUP", Moment.at(50));
        try (SQLServerConnection impatient = till.connect("encrypt=false;socketTimeout=400")) {
            SQLException silence = catchThrowableOfType(SQLException.class, () -> till.backUp(impatient));
            assertThat(silence.getMessage()).contains("timed out");
            assertThat(impatient.isClosed()).isTrue();
        }
    }

    @Test
    void progressMayBeSilentJumpOrComeOutOfOrder() throws SQLException {
        till.server.troubles().tellProgress(ProgressHabit.SILENT);
        assertThat(till.backUp(connection)).containsExactly(4035, 4035, 3014);
        till.server.troubles().tellProgress(ProgressHabit.JUMP);
        assertThat(till.backUp(connection)).containsExactly(3211, 4035, 4035, 3014);
        till.server.troubles().tellProgress(ProgressHabit.OUT_OF_ORDER);
        List<String> texts = new java.util.ArrayList<>();
        connection.setServerMessageHandler(message -> {
            texts.add(message.getErrorMessage());
            return message;
        });
        till.backUp(connection);
        List<Integer> percents = texts.stream().filter(text -> text.endsWith("percent processed."))
                .map(text -> Integer.valueOf(text.substring(0, text.indexOf(' ')))).toList();
        assertThat(percents).isNotEqualTo(percents.stream().sorted().toList()).endsWith(100);
    }

    @Test
    void aFloodOfEndsHidesNothingFromWhoReadsToTheEnd() throws SQLException {
        till.server.troubles().plan("BACKUP", Moment.at(30), Trouble.flood(200)).plan("BACKUP", Moment.END,
                Trouble.error(ServerMessage.of(3009)));
        assertThat(catchThrowableOfType(SQLException.class, () -> till.backUp(connection)).getErrorCode())
                .isEqualTo(3009);
    }

    @Test
    void speaksFourLanguagesWithTheSameNumbers() throws SQLException {
        for (Language language : Language.values()) {
            till.instance.speak(language);
            try (SQLServerConnection there = till.connect()) {
                till.backUp(there);
                List<Integer> numbers = till.backUp(there);
                assertThat(numbers).contains(3211).endsWith(3014);
            }
        }
        till.instance.speak(Language.BRAZILIAN);
        try (SQLServerConnection there = till.connect()) {
            assertThat(catchThrowableOfType(SQLException.class, () -> Till.run(there, "USE [Nada]")).getMessage())
                    .contains("O banco de dados 'Nada' não existe.");
        }
    }

    @Test
    void aFileMayVanishOrTheDiskFillMeanwhile() throws SQLException {
        till.server.troubles().plan("BACKUP", Moment.END, Trouble.outside(() -> {
            try {
                Files.delete(till.bak);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        assertThat(till.backUp(connection)).contains(3014);
        assertThat(till.bak).doesNotExist();
        till.server.troubles().plan("BACKUP", Moment.at(50), Trouble.outside(() -> till.instance.disk().setFree(0)));
        assertThat(catchThrowableOfType(SQLException.class, () -> till.backUp(connection)).getErrorCode())
                .isEqualTo(3202);
    }

    private List<Integer> numbers(String text) {
        return Background.numbers(catchThrowableOfType(SQLException.class, () -> Till.run(connection, text)));
    }
}

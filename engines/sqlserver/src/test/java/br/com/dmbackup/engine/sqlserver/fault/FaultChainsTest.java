package br.com.dmbackup.engine.sqlserver.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.LongStatement;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.testkit.sqlserver.message.Language;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import br.com.dmbackup.testkit.sqlserver.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole chains of errors, as the driver makes them of what a server sends. */
class FaultChainsTest {
    private static final String BACKUP = "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT, CHECKSUM, COPY_ONLY, STATS = 5, "
            + "NAME = ?";
    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aWrongPasswordAndAMissingDatabaseInAnyLanguageOfTheServer(Language language) {
        scene.instance.speak(language);
        BackupFault wrong = fault(() -> Session.open(as("sa", "wrong"), "master").close());
        told(wrong, FaultCode.LOGIN_REFUSED, "SQL Server 18456");
        assertThat(english(wrong)).contains("the user or the password is wrong", "Windows Authentication mode");
        told(fault(() -> Session.open(scene.address(), "Nowhere").close()), FaultCode.DATABASE_MISSING,
                "SQL Server 4060");
        told(fault(() -> in("Nowhere")), FaultCode.DATABASE_MISSING, "SQL Server 911");
        Path closed = scene.staging.resolve("absent").resolve("x.bak");
        BackupFault absent = fault(() -> backUp(closed.toString()));
        told(absent, FaultCode.SERVER_FILE_REFUSED, "SQL Server 3201, OS 3");
        assertThat(english(absent)).contains(closed.toString(), "the folder does not exist on the server's computer");
    }

    @ParameterizedTest
    @EnumSource(value = Login.Condition.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void aLoginThatIsKeptOut(Login.Condition condition) {
        scene.instance.add(Login.of("clerk", "c").in(condition));
        told(fault(() -> Session.open(as("clerk", "c"), "master").close()), FaultCode.LOGIN_REFUSED,
                "SQL Server " + condition.number());
    }

    @ParameterizedTest
    @CsvSource({"OFFLINE,942,DATABASE_OFFLINE", "RESTORING,927,DATABASE_HALF_RESTORED", "SUSPECT,926,DATABASE_DAMAGED",
            "RECOVERING,922,DATABASE_BUSY"})
    void aDatabaseThatIsNotOnline(DatabaseState state, int number, FaultCode code) {
        scene.live.set(state);
        told(fault(() -> in(Scene.LIVE)), code, "SQL Server " + number);
        told(fault(() -> backUp(staged())), code, "SQL Server " + number);
    }

    @Test
    void aDatabaseInSingleUserModeWithSomebodyInIt() throws SQLException {
        Session.once(scene.address(), "master", connection -> {
            Sql.execute(connection, "ALTER DATABASE [" + Scene.LIVE + "] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            return true;
        });
        try (var till = scene.instance.occupy(scene.live)) {
            assertThat(till).isNotNull();
            told(fault(() -> in(Scene.LIVE)), FaultCode.DATABASE_BUSY, "SQL Server 924");
        }
    }

    @Test
    void aLoginWithoutRights() {
        scene.as("clerk");
        BackupFault denied = fault(() -> backUp(staged()));
        told(denied, FaultCode.PERMISSION_MISSING, "SQL Server 262");
        assertThat(english(denied)).contains("clerk", "BACKUP DATABASE", "dmbackup sqlserver grants");
        scene.instance.add(Login.of("stranger", "s"));
        told(fault(() -> Session.once(as("stranger", "s"), "master", connection -> {
            connection.setCatalog(Scene.LIVE);
            return true;
        })), FaultCode.PERMISSION_MISSING, "SQL Server 916");
    }

    @Test
    void anotherBackupOfTheSameDatabase() {
        scene.troubles().plan("BACKUP", Moment.START,
                Trouble.error(ServerMessage.of(3023), ServerMessage.of(3013, "BACKUP DATABASE")));
        told(fault(() -> backUp(staged())), FaultCode.DATABASE_BUSY, "SQL Server 3023");
    }

    @Test
    void aFullDiskAndAClosedFolderOfTheServer() {
        scene.instance.disk().setFree(200_000);
        BackupFault full = fault(() -> backUp(staged()));
        told(full, FaultCode.SERVER_DISK_FULL, "SQL Server 3202, OS 112");
        scene.instance.disk().close(scene.staging);
        told(fault(() -> backUp(staged())), FaultCode.SERVER_FILE_REFUSED, "SQL Server 3201, OS 5");
    }

    @Test
    void anErrorHiddenBehindProgressAndOneBehindRows() {
        scene.troubles().plan("BACKUP", Moment.END,
                Trouble.error(ServerMessage.of(3271, "x", "64(The specified network name is no longer available.)"),
                        ServerMessage.of(3013, "BACKUP DATABASE")));
        told(fault(() -> backUp(staged())), FaultCode.SERVER_FILE_FAILED, "SQL Server 3271, OS 64");
        scene.troubles().plan("SELECT name", Moment.END, Trouble.error(ServerMessage.of(1222)));
        told(fault(() -> Session.once(scene.address(), "master",
                connection -> Sql.text(connection, "SELECT name FROM sys.databases"))), FaultCode.DATABASE_BUSY,
                "SQL Server 1222");
    }

    @Test
    void theTrapOfImplicitTransactions() {
        BackupFault trapped = fault(() -> Session.once(scene.address(), "master", connection -> {
            connection.setAutoCommit(false);
            Sql.execute(connection,
                    "BACKUP DATABASE [" + Scene.LIVE + "] TO DISK = N'" + staged() + "' WITH FORMAT, INIT");
            return true;
        }));
        told(trapped, FaultCode.DUMP_FAILED, "SQL Server 3021");
        assertThat(english(trapped)).contains("within a transaction");
    }

    @Test
    void anErrorThatEndsTheConnection() {
        scene.troubles().plan("BACKUP", Moment.at(20), Trouble.error(ServerMessage.of(596)));
        told(fault(() -> backUp(staged())), FaultCode.SERVER_UNREACHABLE, "SQL Server 596");
        scene.troubles().plan("BACKUP", Moment.at(20), Trouble.error(ServerMessage.of(50000, "oops").withSeverity(20)));
        BackupFault unknown = fault(() -> backUp(staged()));
        told(unknown, FaultCode.DUMP_FAILED, "SQL Server 50000");
        assertThat(english(unknown)).contains("a serious error of SQL Server ended the connection")
                .doesNotContain("oops");
    }

    @Test
    void aConnectionThatIsCut() {
        scene.troubles().plan("BACKUP", Moment.at(20), Trouble.cut());
        BackupFault cut = fault(() -> backUp(staged()));
        told(cut, FaultCode.SERVER_UNREACHABLE, "08S01");
        assertThat(english(cut)).contains("the connection broke during the work");
    }

    @Test
    void aServerThatDoesNotAnswer() {
        scene.server.stop();
        BackupFault stopped = fault(() -> Session.open(scene.address(), "master").close());
        told(stopped, FaultCode.SERVER_UNREACHABLE, "08S01");
        assertThat(english(stopped)).contains("nothing answers at that port", "TCP/IP");
        BackupFault asked = catchThrowableOfType(BackupFault.class,
                () -> scene.access().onServer(FaultCode.DUMP_FAILED, connection -> true));
        assertThat(asked.code()).isEqualTo(FaultCode.SERVER_UNREACHABLE);
    }

    /** Of whatever answers there, the driver would write to the console too. */
    @Test
    void somethingElseThatAnswersAtThatPort() throws IOException {
        try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket client = web.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                } catch (IOException gone) {
                    return;
                }
            });
            SqlServerAddress other = new SqlServerAddress("127.0.0.1", OptionalInt.of(web.getLocalPort()),
                    Optional.empty(), scene.address().login(), scene.address().encryption());
            told(fault(() -> Session.open(other, "master").close()), FaultCode.SERVER_UNREACHABLE, "08S01");
        }
        assertThat(Logger.getLogger("com.microsoft.sqlserver.jdbc.SQLServerConnection").isLoggable(Level.SEVERE))
                .isFalse();
    }

    @Test
    void anInstanceOfWhichNoBrowserKnows() {
        SqlServerAddress named = new SqlServerAddress("127.0.0.1", OptionalInt.empty(), Optional.of("NENHUMA"),
                scene.address().login(), scene.address().encryption());
        BackupFault silent = new SqlServerFaults(named).of(
                catchThrowableOfType(SQLException.class, () -> Session.open(named, "master").close()), Scene.LIVE,
                FaultCode.DUMP_FAILED);
        told(silent, FaultCode.SERVER_UNREACHABLE, "08S01");
        assertThat(english(silent)).contains("127.0.0.1\\NENHUMA", "SQL Server Browser", "1434");
    }

    @Test
    void aCertificateThatNobodyKnowsIsToldWithItsWaysOut() throws SQLException {
        BackupFault unknown = fault(() -> Session.open(encrypted(Encryption.Mode.VERIFY, null), "master").close());
        told(unknown, FaultCode.SERVER_CERTIFICATE, "08S01");
        assertThat(english(unknown)).contains("does not know the server's certificate", "encryption = \"trust\"",
                "will not be noticed", "\"certificate\"").doesNotContain("PKIX");
        Session.open(encrypted(Encryption.Mode.TRUST, null), "master").close();
        Path file = ServerCertificate.shared().exportCertificate(folder.resolve("server.cer"));
        Session.open(encrypted(Encryption.Mode.VERIFY, file), "master").close();
    }

    @Test
    void aServerWithoutEncryption() {
        scene.server.encrypt(br.com.dmbackup.testkit.sqlserver.login.Encryption.NOT_SUPPORTED);
        BackupFault none = fault(() -> Session.open(encrypted(Encryption.Mode.TRUST, null), "master").close());
        told(none, FaultCode.SERVER_CERTIFICATE, "08S01");
        assertThat(english(none)).contains("the server offers no encryption", "encryption = \"login\"");
    }

    private void told(BackupFault fault, FaultCode code, String foreign) {
        assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
        assertThat(fault.foreignCode()).contains(foreign);
        for (br.com.dmbackup.protocol.Language language : br.com.dmbackup.protocol.Language.values()) {
            assertThat(fault.text(Messages.in(language)) + fault.hint(Messages.in(language)))
                    .doesNotContain("ClientConnectionId", "sqlserver.remedy", "terminating abnormally", "{0}");
        }
    }

    private static String english(BackupFault fault) {
        Messages english = Messages.in(br.com.dmbackup.protocol.Language.EN);
        return fault.text(english) + " " + fault.hint(english);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private BackupFault fault(Work work) {
        SQLException failed = catchThrowableOfType(SQLException.class, work::run);
        assertThat((Throwable) failed).isNotNull();
        return scene.access().fault(failed, FaultCode.DUMP_FAILED);
    }

    private boolean in(String database) throws SQLException {
        return Session.once(scene.address(), "master", connection -> {
            connection.setCatalog(database);
            return true;
        });
    }

    private void backUp(String path) throws SQLException {
        try (Session session = Session.open(scene.address(), "master")) {
            new LongStatement(session, scene.access().patience(), percent -> {}).run(BACKUP, Scene.LIVE, path, "test");
        }
    }

    private String staged() {
        return scene.staging.resolve("x.bak").toString();
    }

    private SqlServerAddress as(String user, String password) {
        return new SqlServerAddress("127.0.0.1", OptionalInt.of(scene.server.port()), Optional.empty(),
                new SqlServerLogin.Sql(user, new Secret(password.toCharArray())), scene.address().encryption());
    }

    private SqlServerAddress encrypted(Encryption.Mode mode, @org.jspecify.annotations.Nullable Path certificate) {
        return new SqlServerAddress("127.0.0.1", OptionalInt.of(scene.server.port()), Optional.empty(),
                scene.address().login(), new Encryption(mode, Optional.ofNullable(certificate)));
    }
}

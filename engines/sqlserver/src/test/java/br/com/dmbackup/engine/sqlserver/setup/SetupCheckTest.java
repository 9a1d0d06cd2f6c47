package br.com.dmbackup.engine.sqlserver.setup;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.engine.sqlserver.SqlServerEngine;
import br.com.dmbackup.engine.sqlserver.access.ServerProfile;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.testkit.sqlserver.browser.BrowserDouble;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetupCheckTest {
    private static final Messages PORTUGUESE = Messages.in(Language.PT_BR);
    private static final Progress UNWATCHED = (done, total) -> {};
    @TempDir
    private Path folder;
    private Scene scene;
    private final List<SetupFinding> findings = new ArrayList<>();

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void findsNothingWrongWhereAllIsThereAndLeavesNothing() throws IOException {
        assertThat(check(scene.address())).isEmpty();
        assertThat(findings).extracting(SetupFinding::step).containsExactly(SetupStep.values());
        assertThat(findings).allMatch(SetupFinding::passed);
        assertThat(scene.staging).isEmptyDirectory();
    }

    @Test
    void tellsWhatATechnicianWantsToKnowOfTheServer() {
        scene.live.set(RecoveryModel.FULL);
        scene.instance.add(new Instance.SuspectPage(scene.live.id(), 1, 42, 2, 1, scene.instance.now()));
        ServerProfile told = scene.engine().setupCheck(scene.staging).profile();
        assertThat(told.product()).isEqualTo("16.0.1000.6 Express Edition (64-bit)");
        assertThat(told.recoveryModel()).isEqualTo("FULL");
        assertThat(told.size().limitBytes()).isEqualTo(10L << 30);
        assertThat(told.size().dataBytes()).isPositive();
        assertThat(told.backupFolder()).contains(scene.instance.backupFolder().toString());
        assertThat(told.suspectPages()).contains(1L);
    }

    @Test
    void asksAnOlderServersRegistryForItsFolder() throws IOException {
        try (Scene old = new Scene(Files.createDirectory(folder.resolve("antigo")), Product.express2014())) {
            assertThat(old.engine().setupCheck(old.staging).profile().backupFolder())
                    .contains(old.instance.backupFolder().toString());
        }
    }

    @Test
    void aLoginMadeByTheScriptHasAllItNeeds() throws SQLException {
        // A name that must be quoted.
        GrantsScript script = new GrantsScript(Scene.LIVE, "loja]backup");
        runInOneSession(script.batches(PORTUGUESE));
        assertThat(check(as("loja]backup", PORTUGUESE.text("sqlserver.grants.password")))).as(findings::toString)
                .isEmpty();
        assertThat(scene.instance.login("loja]backup").orElseThrow().serverRoles()).isEmpty();
    }

    @Test
    void makesALoginOfAWindowsAccountWithoutAPassword() {
        assertThat(new GrantsScript("MCDados", "LOJA\\backup").text(Messages.in(Language.EN)))
                .contains("CREATE LOGIN [LOJA\\backup] FROM WINDOWS;").doesNotContain("PASSWORD");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theScriptIsTheSameInAllLanguagesButForWhatItExplains(Language language) throws IOException {
        String script = new GrantsScript("MCDados", "dmbackup").text(Messages.in(language));
        Path golden = Path.of("src/test/resources/br/com/dmbackup/engine/sqlserver/setup",
                "grants_" + language.tag().replace('-', '_') + ".sql");
        if (System.getProperty("update") != null) {
            Files.writeString(golden, script);
        }
        assertThat(golden).as("with -Dupdate the test writes it").content().isEqualTo(script);
    }

    @Test
    void stopsWhereNothingAnswers() {
        scene.server.stop();
        stopped(scene.address(), SetupStep.NETWORK, FaultCode.SERVER_UNREACHABLE, "TCP/IP");
    }

    @Test
    void stopsAtACertificateThatNobodyKnows() {
        SqlServerAddress verifying = new SqlServerAddress("127.0.0.1", OptionalInt.of(scene.server.port()),
                Optional.empty(), scene.address().login(), new Encryption(Encryption.Mode.VERIFY, Optional.empty()));
        stopped(verifying, SetupStep.ENCRYPTION, FaultCode.SERVER_CERTIFICATE, "encryption = \"trust\"");
    }

    @Test
    void stopsAtAWrongPassword() {
        stopped(as("sa", "errada"), SetupStep.LOGIN, FaultCode.LOGIN_REFUSED, "Modo de Autenticação");
    }

    @Test
    void stopsAtADatabaseThatIsOffline() {
        scene.live.set(DatabaseState.OFFLINE);
        stopped(scene.address(), SetupStep.DATABASE, FaultCode.DATABASE_OFFLINE, "SET ONLINE");
        scene.live.set(DatabaseState.ONLINE);
    }

    @Test
    void stopsAtALoginThatMayNotBackUpAndAtOneThatMayNotVerify() {
        scene.as("clerk");
        stopped(scene.address(), SetupStep.BACKUP_RIGHT, FaultCode.PERMISSION_MISSING, "sqlserver grants");
        scene.as("operator", "db_backupoperator");
        stopped(scene.address(), SetupStep.VERIFY_RIGHT, FaultCode.PERMISSION_MISSING, "sqlserver grants");
    }

    @Test
    void stopsAtAFolderThatIsClosedToTheServer() {
        scene.instance.disk().close(scene.staging);
        stopped(scene.address(), SetupStep.STAGING_OUT, FaultCode.STAGING_DENIED, "setfacl");
    }

    @Test
    void stopsAtAFolderThatIsNotTheSameForBoth() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        scene.staging(scene.staging, elsewhere.toString());
        stopped(scene.address(), SetupStep.STAGING_OUT, FaultCode.DUMP_VANISHED, "staging_on_server");
        try (Stream<Path> left = Files.list(elsewhere)) {
            left.forEach(file -> assertThat(file.toFile().delete()).isTrue());
        }
    }

    @Test
    @ResourceLock("UDP 1434")
    void findsANamedInstanceThroughTheBrowserAndNamesTheOthers() throws IOException {
        SqlServerAddress named = named("SQLEXPRESS");
        stopped(named, SetupStep.NETWORK, FaultCode.SERVER_UNREACHABLE, "SQL Server Browser");
        try (BrowserDouble browser = usualBrowser()) {
            browser.announce("SQLEXPRESS", "16.0.1000.6", scene.server.port());
            findings.clear();
            assertThat(check(named)).as(findings::toString).isEmpty();
            stopped(named("LOJA"), SetupStep.NETWORK, FaultCode.SERVER_UNREACHABLE, "UDP 1434");
            assertThat(findings.getLast().fault().orElseThrow().text(PORTUGUESE)).contains("ele conhece SQLEXPRESS");
        }
    }

    private static BrowserDouble usualBrowser() throws IOException {
        try {
            return BrowserDouble.start(BrowserDouble.USUAL_PORT);
        } catch (BindException taken) {
            Assumptions.abort("UDP port 1434 is taken by another program");
            throw taken;
        }
    }

    private void stopped(SqlServerAddress server, SetupStep step, FaultCode code, String remedy) {
        findings.clear();
        BackupFault fault = check(server).orElseThrow();
        assertThat(findings.getLast().step()).as(fault.getMessage()).isEqualTo(step);
        assertThat(findings.subList(0, findings.size() - 1)).allMatch(SetupFinding::passed);
        assertThat(findings.getLast().fault()).contains(fault);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.hint(PORTUGUESE)).contains(remedy);
    }

    private Optional<BackupFault> check(SqlServerAddress server) {
        SqlServerAccess access = new SqlServerAccess(server, Scene.LIVE, scene.access().patience());
        SqlServerEngine engine = scene.engine(access);
        return engine.setupCheck(scene.staging).run(findings::add, UNWATCHED);
    }

    private void runInOneSession(List<String> batches) throws SQLException {
        Session.once(scene.address(), Session.MASTER, connection -> {
            for (String batch : batches) {
                Sql.execute(connection, batch);
            }
            return true;
        });
    }

    private SqlServerAddress as(String user, String password) {
        return new SqlServerAddress("127.0.0.1", OptionalInt.of(scene.server.port()), Optional.empty(),
                new SqlServerLogin.Sql(user, new Secret(password.toCharArray())), scene.address().encryption());
    }

    private SqlServerAddress named(String instance) {
        return new SqlServerAddress("127.0.0.1", OptionalInt.empty(), Optional.of(instance), scene.address().login(),
                scene.address().encryption());
    }
}

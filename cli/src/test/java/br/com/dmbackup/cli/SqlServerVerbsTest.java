package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.engine.sqlserver.SqlServerEngine;
import br.com.dmbackup.engine.sqlserver.setup.GrantsScript;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.testkit.sqlserver.SqlServerDouble;
import br.com.dmbackup.testkit.sqlserver.login.Encryption;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import br.com.dmbackup.testkit.sqlserver.state.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a technician types for SQL Server; the server is a double. */
class SqlServerVerbsTest {
    private static final String PASSWORD = "Açaí;{}'\"1";
    @TempDir
    private Path folder;
    private Instance instance;
    private SqlServerDouble server;

    @BeforeEach
    void open() throws IOException {
        instance = new Instance(Product.express2022(), Files.createDirectory(folder.resolve("SQL")), Clock.systemUTC(),
                PASSWORD);
        instance.create("MCDados").put(Table.of("produto", TableColumn.number("id"), TableColumn.text("nome"))
                .withRows(List.of(List.of(1L, "Açúcar"))));
        server = SqlServerDouble.start(instance).encrypt(Encryption.EVERYTHING);
        password("senha.txt", PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
        assertThat(server.refused()).isEmpty();
    }

    @Test
    void initSealsTheTypedPasswordAndShowsTheAddressAgain() throws IOException {
        Typed typed = new Typed(folder).answering("", address("sa"), PASSWORD, "-", "", "", "", "s");
        assertThat(typed.run("init", "--home", "casa", "--no-backup")).as(typed.out() + typed.err()).isZero();
        String settings = Files.readString(folder.resolve("casa/dmbackup.toml"));
        assertThat(settings).contains("engine = \"sqlserver\"", "database = \"MCDados\"", "password = \"sealed:",
                "# Nome do banco no servidor").doesNotContain(PASSWORD, "encryption =");
        Typed again = new Typed(folder).answering("", "", "", "", "", "", "", "s");
        assertThat(again.run("init", "--home", "casa", "--no-backup")).as(again.out() + again.err()).isZero();
        assertThat(again.out()).contains("[" + address("sa") + "]", "já estava assim");
        assertThat(folder.resolve("casa/dmbackup.toml")).content().isEqualTo(settings);
    }

    @Test
    void initSaysWithItsNumberWhyTheServerRefusesAndWhatToDo() throws IOException {
        password("errada.txt", "errada");
        Typed wrong = typed("init", "--home", "casa", "--database", address("sa"), "--password-file", "errada.txt",
                "--local-only", "--yes");
        assertThat(wrong.err()).contains("DM-109", "SQL Server 18456", "Modo de Autenticação").doesNotContain("errada");
        Typed closed = typed("init", "--home", "casa", "--database", address("sa") + "?encryption=verify",
                "--password-file", "senha.txt", "--local-only", "--yes");
        assertThat(closed.err()).contains("não conhece o certificado", "encryption = \"trust\"");
        assertThat(folder.resolve("casa")).doesNotExist();
    }

    @Test
    void checkTellsEachStepAndThatAllIsWell() throws IOException {
        ready("sa");
        Typed typed = typed("sqlserver", "check", "--home", "casa");
        assertThat(typed.out()).as(typed.err()).contains("✓ TCP/IP, o servidor atende: 127.0.0.1:" + server.port(),
                "✓ Conexão criptografada: trust", "✓ Permissão de backup",
                "✓ Pasta de trabalho, o DMBackup grava e o SQL Server lê", "Está tudo pronto para fazer backup de")
                .doesNotContain("✗");
        JsonNode json = JsonMapper.shared().readTree(typed("sqlserver", "check", "--home", "casa", "--json").out());
        assertThat(json.at("/result/steps")).hasSize(9);
        assertThat(json.at("/result/product").asString()).contains("Express Edition");
        assertThat(json.at("/result/limitBytes").asLong()).isEqualTo(10L << 30);
        assertThat(json.at("/result/backupFolder").asString()).endsWith("Backup");
        assertThat(json.at("/ok").asBoolean()).isTrue();
    }

    @Test
    void checkStopsAtTheFirstStepThatFailsAndEndsByItsFault() throws IOException {
        Login clerk = Login.of("clerk", PASSWORD);
        instance.add(clerk);
        instance.database("MCDados").orElseThrow().add(User.of(clerk, "db_backupoperator"));
        ready("clerk");
        Typed typed = new Typed(folder);
        assertThat(typed.run("sqlserver", "check", "--home", "casa")).isEqualTo(2);
        assertThat(typed.out()).contains("✓ Permissão de backup", "✗ Permissão de conferir e provar backups")
                .doesNotContain("Pasta de trabalho");
        assertThat(typed.err()).contains("DM-233", "clerk", "CREATE ANY DATABASE", "dmbackup sqlserver grants");
        JsonNode json = JsonMapper.shared().readTree(typed("sqlserver", "check", "--home", "casa", "--json").out());
        assertThat(json.at("/fault/name").asString()).isEqualTo("PERMISSION_MISSING");
        assertThat(json.at("/result/steps").get(json.at("/result/steps").size() - 1).at("/passed").asBoolean())
                .isFalse();
        server.stop();
        assertThat(new Typed(folder).run("sqlserver", "check", "--home", "casa")).isEqualTo(4);
        server.startAgain();
    }

    @Test
    void grantsNeedNoSettingsAndTakeThoseThatAreThere() throws IOException {
        Typed named = typed("sqlserver", "grants", "--database", "Loja [1]", "--login", "copia");
        assertThat(named.out()).contains("CREATE LOGIN [copia] WITH PASSWORD", "USE [Loja [1]]];",
                "-- Para fazer o backup.");
        Typed missing = new Typed(folder);
        assertThat(missing.run("sqlserver", "grants", "--home", "casa")).isEqualTo(2);
        assertThat(missing.err()).contains("--database");
        ready("sa");
        assertThat(typed("sqlserver", "grants", "--home", "casa", "--lang", "en").out()).contains("USE [MCDados];",
                "CREATE LOGIN [dmbackup]", "-- To back up.");
    }

    @Test
    void bothVerbsSayThatAnotherEngineIsSetUp() throws IOException {
        SmallShop shop = SmallShop.in(folder);
        Typed init = shop.typed();
        assertThat(init.run("init", "--home", "casa", "--database", "loja.db", "--local-only", "--yes")).isZero();
        for (String verb : List.of("check", "grants")) {
            Typed typed = shop.typed();
            assertThat(typed.run("sqlserver", verb, "--home", "casa")).isEqualTo(2);
            assertThat(typed.err()).contains("o banco configurado aqui é sqlite, não SQL Server");
        }
        Typed as = shop.typed().answering("segredo");
        assertThat(as.run("restore", "--home", "casa", "--to", "volta.db", "--as", "sa")).isEqualTo(2);
        assertThat(as.err()).contains("bancos sqlite não têm usuários");
    }

    /** The whole point of two logins: who steals the one of each hour cannot harm the store's database. */
    @Test
    void theLoginOfTheScriptBacksUpAndProvesButOnlyAPersonWithMoreRightsReplaces() throws Exception {
        runScript("loja");
        password("loja.txt", Messages.in(Language.PT_BR).text("sqlserver.grants.password"));
        Typed init = typed("init", "--home", "casa", "--database", address("loja"), "--password-file", "loja.txt",
                "--local-only", "--yes");
        assertThat(init.out()).as(init.err()).contains("Backup realizado no servidor");
        assertThat(typed("sqlserver", "check", "--home", "casa").out()).contains("Está tudo pronto");
        assertThat(typed("drill", "--home", "casa").out()).contains("Restauração provada: 1 tabela e 1 linha");
        Typed refused = new Typed(folder);
        assertThat(refused.run("restore", "--home", "casa", "--replace", "--yes")).as(refused.out()).isEqualTo(2);
        assertThat(refused.err()).contains("DM-233", "loja", "--as");
        Typed allowed = new Typed(folder);
        assertThat(allowed.run("restore", "--home", "casa", "--replace", "--yes", "--as", "sa", "--as-password-file",
                "senha.txt")).as(allowed.err()).isZero();
        assertThat(allowed.out()).contains("iguais às do backup");
        assertThat(folder.resolve("casa/dmbackup.toml")).content().contains("user = \"loja\"");
    }

    private void runScript(String login) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                server.url() + "encrypt=true;trustServerCertificate=true;", "sa", PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String batch : new GrantsScript("MCDados", login).batches(Messages.in(Language.PT_BR))) {
                statement.execute(batch);
            }
        }
    }

    @Test
    void aRestoreMayLogInAsSomebodyElseWhoseSecretIsKeptNowhere() throws IOException {
        ready("sa");
        String before = Files.readString(folder.resolve("casa/dmbackup.toml"));
        String integrated = before.replaceAll("(?m)^password = .*$", "")
                .replaceAll("(?m)^user = .*$", "login = \"integrated\"");
        for (String settings : List.of(before, integrated)) {
            List<String> logins = new ArrayList<>();
            Typed typed = new Typed(folder).verb(session -> {
                Composition composition = new Composition(session);
                Sound other = composition.as(composition.settings(), "gerente", new Secret("x".toCharArray()));
                logins.add(((SqlServerEngine) other.engine().apply(Clock.systemUTC())).login());
                return ExitCode.OK;
            });
            Files.writeString(folder.resolve("casa/dmbackup.toml"), settings);
            assertThat(typed.run("try", "--home", "casa")).as(typed.err()).isZero();
            assertThat(logins).containsExactly("gerente");
        }
        Files.writeString(folder.resolve("casa/dmbackup.toml"), before);
        Typed nobody = new Typed(folder);
        assertThat(nobody.run("restore", "--home", "casa", "--to", "Volta", "--as", "gerente")).isEqualTo(2);
        assertThat(nobody.err()).contains("DM-108", "--as-password-file");
        Typed without = new Typed(folder);
        assertThat(without.run("restore", "--home", "casa", "--to", "Volta", "--as-password-file", "senha.txt"))
                .isEqualTo(2);
        assertThat(without.err()).contains("DM-104", "--as");
        Files.setPosixFilePermissions(folder.resolve("senha.txt"), PosixFilePermissions.fromString("rw-r--r--"));
        Typed open = new Typed(folder);
        assertThat(open.run("restore", "--home", "casa", "--to", "Volta", "--as", "gerente", "--as-password-file",
                "senha.txt")).isEqualTo(2);
        assertThat(open.err()).contains("--as-password-file: o arquivo", "pode ser lido ou alterado por outras pessoas")
                .doesNotContain(PASSWORD);
        assertThat(folder.resolve("casa/dmbackup.toml")).content().isEqualTo(before);
    }

    private void ready(String user) {
        Typed init = new Typed(folder);
        assertThat(init.run("init", "--home", "casa", "--database", address(user), "--password-file", "senha.txt",
                "--local-only", "--no-backup", "--yes")).as(init.err()).isZero();
    }

    private String address(String user) {
        return "sqlserver://" + user + "@127.0.0.1:" + server.port() + "/MCDados";
    }

    private Typed typed(String... words) {
        Typed typed = new Typed(folder);
        typed.run(words);
        return typed;
    }

    private void password(String name, String password) throws IOException {
        Path file = Files.writeString(folder.resolve(name), password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}

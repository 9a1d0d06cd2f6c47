package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's three commands and what follows them, against a real server, by the real program. */
class PostgresCommandsTest {
    private static final String COUNT = "select count(*) from produto";
    private static TestServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void fillTheDatabase() throws IOException {
        server.execute("postgres", "drop database if exists mcdados with (force)", "create database mcdados");
        server.execute("mcdados", "create table produto (id integer primary key, nome text)",
                "insert into produto select i, 'Açúcar ' || i from generate_series(1, 3000) i");
        writePassword(TestServer.PASSWORD);
    }

    @Test
    void aPharmacysServerGoesTheWholeWay() throws Exception {
        ok("init", "--home", "loja", "--database", address(), "--password-file", "senha.txt", "--local-only", "--yes");
        assertThat(Files.readString(folder.resolve("loja/dmbackup.toml"))).contains("password = \"sealed:")
                .doesNotContain(TestServer.PASSWORD);
        Files.delete(folder.resolve("senha.txt"));
        server.execute("mcdados", "insert into produto values (9001, 'novo')");

        assertThat(ok("backup", "--home", "loja")).contains("Backup realizado no servidor");
        assertThat(ok("list", "--home", "loja")).contains("guardado", "KB").doesNotContain("DANIFICADO");
        assertThat(ok("verify", "--all", "--home", "loja")).contains("Verificado");
        assertThat(ok("drill", "--home", "loja")).contains("Restauração provada", "1 tabela", "3.001 linhas");
        assertThat(ok("restore", "--home", "loja", "--to", "volta")).contains("iguais");
        assertThat(server.texts("volta", COUNT)).containsExactly("3001");

        server.execute("mcdados", "delete from produto where id > 10");
        assertThat(ok("restore", "--home", "loja", "--replace", "--yes")).contains("iguais");
        assertThat(server.texts("mcdados", COUNT)).containsExactly("3001");
        assertThat(server.texts("postgres", "select datname from pg_database where datname like 'mcdados_%'"))
                .hasSize(1);
        server.execute("postgres", "drop database volta");
        assertThat(new TypedCommands(folder).everythingWritten()).noneMatch(text -> text.contains(TestServer.PASSWORD));
    }

    @Test
    void aRestoreMayLogInAsSomebodyWithMoreRights() throws Exception {
        server.execute("postgres", "create role copia login password 'primeira'",
                "grant pg_read_all_data to copia");
        try {
            writePassword("primeira");
            ok("init", "--home", "loja", "--database",
                    address().replace("postgresql://" + TestServer.SUPERUSER, "postgresql://copia"),
                    "--password-file", "senha.txt", "--local-only", "--yes");
            assertThat(run("restore", "--home", "loja", "--to", "volta").code()).isNotZero();
            writePassword(TestServer.PASSWORD);
            assertThat(ok("restore", "--home", "loja", "--to", "volta", "--as", TestServer.SUPERUSER,
                    "--as-password-file", "senha.txt")).contains("iguais");
            assertThat(server.texts("volta", COUNT)).containsExactly("3000");
            assertThat(Files.readString(folder.resolve("loja/dmbackup.toml"))).contains("user = \"copia\"");
        } finally {
            server.execute("postgres", "drop database if exists volta", "drop role copia");
        }
    }

    @Test
    void aChangedPasswordIsToldAndGivenAnew() throws Exception {
        server.execute("postgres", "create role copia superuser login password 'primeira'");
        try {
            writePassword("primeira");
            String address = address().replace("postgresql://" + TestServer.SUPERUSER, "postgresql://copia");
            ok("init", "--home", "loja", "--database", address, "--password-file", "senha.txt", "--local-only",
                    "--yes");
            server.execute("postgres", "alter role copia password 'segunda'");
            Ended refused = run("backup", "--home", "loja");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.text()).contains("O que fazer:").doesNotContain("\tat ", "primeira");

            writePassword("segunda");
            assertThat(ok("init", "--home", "loja", "--password-file", "senha.txt", "--no-backup", "--yes"))
                    .contains("selada");
            ok("backup", "--home", "loja");
        } finally {
            server.execute("postgres", "drop role copia");
        }
    }

    @Test
    void whileTheServerIsDownEverythingThatNeedsItNotGoesOn() throws Exception {
        Files.createDirectory(folder.resolve("terminal"));
        ok("init", "--home", "loja", "--database", address(), "--password-file", "senha.txt", "--terminal", "terminal",
                "--yes");
        Files.delete(folder.resolve("terminal").resolve(slotOf(ok("list", "--home", "loja"))).resolve("MCDados.zip"));
        server.stop();
        try {
            assertThat(run("backup", "--home", "loja").code()).isEqualTo(4);
            ok("deliver", "--home", "loja");
            assertThat(ok("list", "--home", "loja")).contains("guardado").doesNotContain("pendente");
            ok("verify", "--all", "--home", "loja");
            assertThat(ok("status", "--home", "loja")).contains("não responde").doesNotContain("\tat ");
        } finally {
            server.launch();
        }
        ok("backup", "--home", "loja");
    }

    @Test
    void aDeadServerAndAWrongAddressAreToldInWords() throws Exception {
        Ended dead = run("init", "--home", "loja", "--database", "postgresql://u@127.0.0.1:1/mcdados", "--local-only",
                "--yes");
        assertThat(dead.code()).isEqualTo(2);
        assertThat(dead.text()).contains("--database:", "nada atende nessa porta", "O que fazer:")
                .doesNotContain("\tat ", "Exception");
        Ended open = run("init", "--home", "loja", "--database", "postgresql://u:segredo@127.0.0.1/mcdados",
                "--local-only", "--yes");
        assertThat(open.code()).isEqualTo(2);
        assertThat(open.text()).contains("não ponha a senha no endereço");
        assertThat(folder.resolve("loja")).doesNotExist();
    }

    /** The first slot of a list, such as {@code 09h}. */
    private static String slotOf(String list) {
        return list.lines().map(line -> line.split(" ", 2)[0]).filter(word -> word.matches("[0-2][0-9]h")).findFirst()
                .orElseThrow();
    }

    private String address() {
        return "postgresql://" + TestServer.SUPERUSER + "@" + server.host() + ":" + server.port() + "/mcdados";
    }

    private String ok(String... words) throws IOException, InterruptedException {
        return new TypedCommands(folder).ok(words);
    }

    private Ended run(String... words) throws IOException, InterruptedException {
        return new TypedCommands(folder).run(words);
    }

    private void writePassword(String password) throws IOException {
        new TypedCommands(folder).writePassword(password);
    }
}

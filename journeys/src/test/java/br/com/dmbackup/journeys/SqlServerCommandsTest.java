package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a store whose database is in SQL Server: the real program, Microsoft's driver, and the double. */
class SqlServerCommandsTest {
    private static final String PASSWORD = "Açaí;{}'\"1";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private SqlServerShop store;

    @BeforeEach
    void openTheShop() throws IOException {
        store = new SqlServerShop(folder, PASSWORD, 3_000);
        writePassword(PASSWORD);
    }

    @AfterEach
    void closeTheShop() {
        store.close();
    }

    @Test
    void aPharmacysServerGoesTheWholeWay() throws Exception {
        init("--local-only");
        assertThat(Files.readString(folder.resolve("loja/dmbackup.toml"))).contains("engine = \"sqlserver\"",
                "password = \"sealed:").doesNotContain(PASSWORD);
        Files.delete(folder.resolve("senha.txt"));
        store.addOneProduct();

        assertThat(ok("backup", "--home", "loja")).contains("Backup realizado no servidor");
        assertThat(folder.resolve("loja/Backup/MCDados.bak")).as("the dump is kept").exists();
        assertThat(ok("verify", "loja/Backup/MCDados.bak")).contains("MCDados", "CAIXA01\\SQLEXPRESS");
        assertThat(ok("list", "--home", "loja")).contains("guardado", "KB").doesNotContain("DANIFICADO");
        assertThat(ok("verify", "--all", "--home", "loja")).contains("Verificado");
        assertThat(ok("drill", "--home", "loja")).contains("Restauração provada", "1 tabela", "3.001 linhas");
        assertThat(ok("restore", "--home", "loja", "--to", "volta")).contains("iguais");
        assertThat(store.products("volta")).isEqualTo(3001);

        store.stock(10);
        assertThat(ok("restore", "--home", "loja", "--replace", "--yes")).contains("iguais");
        assertThat(store.products("MCDados")).isEqualTo(3001);
        assertThat(store.names()).filteredOn(name -> name.startsWith("MCDados_")).hasSize(1);
        assertThat(store.names()).noneMatch(name -> name.startsWith("dmbackup"));
        assertThat(new TypedCommands(folder).everythingWritten()).noneMatch(text -> text.contains(PASSWORD));
    }

    @Test
    void whatTheServerRefusesIsToldInWordsAndCostsNothing() throws Exception {
        init("--local-only");
        byte[] before = Files.readAllBytes(newest());

        store.live.set(DatabaseState.OFFLINE);
        refused(run("backup", "--home", "loja"), "SQL Server 942");
        store.live.set(DatabaseState.ONLINE);
        store.instance.disk().setFree(100_000);
        refused(run("backup", "--home", "loja"), "SQL Server 3202");
        store.instance.disk().setFree(1L << 40);
        store.instance.disk().close(folder);
        Ended denied = run("backup", "--home", "loja");
        refused(denied, "SQL Server 3201");
        assertThat(denied.text()).contains("setfacl");
        store.instance.disk().open(folder);
        store.server.stop();
        assertThat(run("backup", "--home", "loja").code()).isEqualTo(4);
        ok("list", "--home", "loja");
        ok("verify", "--all", "--home", "loja");
        store.server.startAgain();

        assertThat(Files.readAllBytes(newest())).isEqualTo(before);
        assertThat(folder.resolve("loja/state/staging")).isEmptyDirectory();
        ok("backup", "--home", "loja");
    }

    @Test
    void aProgramThatIsKilledInTheMiddleOfABackupLeavesNothingBehindForLong() throws Exception {
        init("--local-only");
        Hold hold = store.server.troubles().hold("BACKUP", Moment.at(50));
        new RealProgram(folder).killedWhen(() -> hold.awaitReached(PATIENCE), List.of("backup", "--home", "loja"));
        hold.release();
        assertThat(ok("backup", "--home", "loja")).contains("Backup realizado no servidor");
        assertThat(folder.resolve("loja/state/staging")).isEmptyDirectory();
        ok("verify", "--all", "--home", "loja");
    }

    @Test
    void aTechnicianSeesWhatIsMissingAndWhatToGrant() throws Exception {
        init("--local-only");
        assertThat(ok("sqlserver", "check", "--home", "loja")).doesNotContain("✗");
        assertThat(ok("sqlserver", "grants", "--home", "loja", "--login", "backup")).contains("CREATE LOGIN [backup]",
                "db_backupoperator");
    }

    @Test
    void aWrongPasswordAndAWrongNameAreToldBeforeAnythingIsMade() throws Exception {
        writePassword("errada");
        Ended wrong = run("init", "--home", "loja", "--database", store.address("MCDados"), "--password-file",
                "senha.txt",
                "--local-only", "--yes");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.text()).contains("18456", "O que fazer:").doesNotContain("\tat ", "errada");
        writePassword(PASSWORD);
        Ended missing = run("init", "--home", "loja", "--database", store.address("Outra"), "--password-file",
                "senha.txt",
                "--local-only", "--yes");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.text()).contains("Outra", "O que fazer:").doesNotContain("\tat ");
        assertThat(folder.resolve("loja")).doesNotExist();
    }

    private void init(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("init", "--home", "loja", "--database", store.address("MCDados"),
                "--password-file", "senha.txt", "--yes"));
        words.addAll(Arrays.asList(more));
        ok(words.toArray(String[]::new));
    }

    private Path newest() {
        return folder.resolve("loja/Backup/MCDados.zip");
    }

    private static void refused(Ended ended, String number) {
        assertThat(ended.code()).as(ended.text()).isNotZero();
        assertThat(ended.text()).contains("O que fazer:", number).doesNotContain("\tat ", "Exception", "DM-900");
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

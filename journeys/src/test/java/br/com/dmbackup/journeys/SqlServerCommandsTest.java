package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.testkit.sqlserver.SqlServerDouble;
import br.com.dmbackup.testkit.sqlserver.login.Encryption;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private Instance instance;
    private Database shop;
    private SqlServerDouble server;

    @BeforeEach
    void openTheShop() throws IOException {
        instance = new Instance(Product.express2022(), folder.resolve("SQL"),
                Clock.system(ZoneId.of("America/Sao_Paulo")), PASSWORD);
        shop = instance.create("MCDados").set(RecoveryModel.SIMPLE);
        shop.put(Table.of("produto", TableColumn.number("id"), TableColumn.text("nome")).withRows(rows(3_000)));
        server = SqlServerDouble.start(instance).encrypt(Encryption.EVERYTHING);
        writePassword(PASSWORD);
    }

    private static List<List<@Nullable Object>> rows(int count) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long i = 1; i <= count; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(i);
            row.add("Açúcar " + i);
            rows.add(row);
        }
        return rows;
    }

    @AfterEach
    void closeTheShop() {
        server.close();
        assertThat(server.refused()).isEmpty();
    }

    @Test
    void aPharmacysServerGoesTheWholeWay() throws Exception {
        init("--local-only");
        assertThat(Files.readString(folder.resolve("loja/dmbackup.toml"))).contains("engine = \"sqlserver\"",
                "password = \"sealed:").doesNotContain(PASSWORD);
        Files.delete(folder.resolve("senha.txt"));
        shop.insert("dbo.produto", List.of(9001L, "novo"));

        assertThat(ok("backup", "--home", "loja")).contains("Backup realizado no servidor");
        assertThat(folder.resolve("loja/Backup/MCDados.bak")).as("the dump is kept").exists();
        assertThat(ok("verify", "loja/Backup/MCDados.bak")).contains("MCDados", "CAIXA01\\SQLEXPRESS");
        assertThat(ok("list", "--home", "loja")).contains("guardado", "KB").doesNotContain("DANIFICADO");
        assertThat(ok("verify", "--all", "--home", "loja")).contains("Verificado");
        assertThat(ok("drill", "--home", "loja")).contains("Restauração provada", "1 tabela", "3.001 linhas");
        assertThat(ok("restore", "--home", "loja", "--to", "volta")).contains("iguais");
        assertThat(count("volta")).isEqualTo(3001);

        shop.put(Table.of("produto", TableColumn.number("id"), TableColumn.text("nome")).withRows(rows(10)));
        assertThat(ok("restore", "--home", "loja", "--replace", "--yes")).contains("iguais");
        assertThat(count("MCDados")).isEqualTo(3001);
        assertThat(names()).filteredOn(name -> name.startsWith("MCDados_")).hasSize(1);
        assertThat(names()).noneMatch(name -> name.startsWith("dmbackup"));
        assertThat(new TypedCommands(folder).everythingWritten()).noneMatch(text -> text.contains(PASSWORD));
    }

    @Test
    void whatTheServerRefusesIsToldInWordsAndCostsNothing() throws Exception {
        init("--local-only");
        byte[] before = Files.readAllBytes(newest());

        shop.set(DatabaseState.OFFLINE);
        refused(run("backup", "--home", "loja"), "SQL Server 942");
        shop.set(DatabaseState.ONLINE);
        instance.disk().setFree(100_000);
        refused(run("backup", "--home", "loja"), "SQL Server 3202");
        instance.disk().setFree(1L << 40);
        instance.disk().close(folder);
        Ended denied = run("backup", "--home", "loja");
        refused(denied, "SQL Server 3201");
        assertThat(denied.text()).contains("setfacl");
        instance.disk().open(folder);
        server.stop();
        assertThat(run("backup", "--home", "loja").code()).isEqualTo(4);
        ok("list", "--home", "loja");
        ok("verify", "--all", "--home", "loja");
        server.startAgain();

        assertThat(Files.readAllBytes(newest())).isEqualTo(before);
        assertThat(folder.resolve("loja/state/staging")).isEmptyDirectory();
        ok("backup", "--home", "loja");
    }

    @Test
    void aProgramThatIsKilledInTheMiddleOfABackupLeavesNothingBehindForLong() throws Exception {
        init("--local-only");
        Hold hold = server.troubles().hold("BACKUP", Moment.at(50));
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
        Ended wrong = run("init", "--home", "loja", "--database", address("MCDados"), "--password-file", "senha.txt",
                "--local-only", "--yes");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.text()).contains("18456", "O que fazer:").doesNotContain("\tat ", "errada");
        writePassword(PASSWORD);
        Ended missing = run("init", "--home", "loja", "--database", address("Outra"), "--password-file", "senha.txt",
                "--local-only", "--yes");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.text()).contains("Outra", "O que fazer:").doesNotContain("\tat ");
        assertThat(folder.resolve("loja")).doesNotExist();
    }

    private void init(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("init", "--home", "loja", "--database", address("MCDados"),
                "--password-file", "senha.txt", "--yes"));
        words.addAll(Arrays.asList(more));
        ok(words.toArray(String[]::new));
    }

    private String address(String database) {
        return "sqlserver://sa@127.0.0.1:" + server.port() + "/" + database + "?encryption=trust";
    }

    private Path newest() {
        return folder.resolve("loja/Backup/MCDados.zip");
    }

    private long count(String database) {
        return instance.database(database).orElseThrow().table("dbo.produto").orElseThrow().rows().size();
    }

    private List<String> names() {
        return instance.databases().stream().map(Database::name).toList();
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

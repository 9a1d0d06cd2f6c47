package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.cli.service.LonelyAgent;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.OnlyLauncher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ERP calls when it opens, with the launcher and the agent as real processes. */
@Timeout(180)
class EnsureRunningJourneyTest {
    private static final String WARNING = "Os backups ficam só neste computador";

    @TempDir
    @Nullable
    Path temporary;
    private @Nullable PackedProgram packed;
    private @Nullable Path shop;

    @BeforeEach
    void openTheShop() throws Exception {
        Path folder = Files.createDirectories(Objects.requireNonNull(temporary).resolve("Farmácia São João"));
        shop = folder;
        packed = PackedProgram.in(folder.resolve("o programa"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loja.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table produto (id integer primary key, nome text)");
            statement.executeUpdate("insert into produto (nome) values ('Açúcar')");
        }
        Said said = run("init", "--home", "casa", "--database", "loja.db", "--local-only", "--yes");
        assertThat(said.code()).as(said.text()).isZero();
    }

    @AfterEach
    void closeTheShop() {
        launchers().forEach(ProcessHandle::destroy);
        Awaitility.await("all ended").atMost(Duration.ofSeconds(50)).until(() -> ours().isEmpty());
    }

    @Test
    void twentyCallsAtOnceStartOneAgent() throws Exception {
        List<Process> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(program(List.of(), "ensure-running", "--home", home().toString()).start());
        }
        for (Process call : calls) {
            Said said = ended(call);
            assertThat(said.code()).as(said.text()).isEqualTo(10);
            assertThat(said.text()).contains(WARNING);
        }
        assertThat(launchers()).hasSize(1);
        assertThat(agents()).hasSize(1);
        assertThat(Files.readString(home().resolve("state/logs/launcher.log")).lines()
                .filter(line -> line.contains(" started "))).hasSize(1);
    }

    @Test
    void whenItRunsTheAnswerComesWithoutTheWholeProgram() throws Exception {
        Said first = run("ensure-running", "--home", home().toString());
        assertThat(first.text()).contains("O DMBackup foi iniciado.", WARNING);
        Said said = ended(program(List.of("-Xlog:class+load:stdout"), "ensure-running", "--home", home().toString())
                .start());
        assertThat(said.code()).isEqualTo(10);
        assertThat(said.text()).contains(WARNING, "br.com.dmbackup.client.LocalAgent")
                .doesNotContain("picocli.CommandLine source", "logback", "org.sqlite", "jackson");

        Said json = run("ensure-running", "--home", home().toString(), "--json");
        JsonNode document = JsonMapper.shared().readTree(json.text());
        assertThat(document.at("/exitCode").asInt()).isEqualTo(10);
        assertThat(document.at("/result/running").asBoolean()).isTrue();
        assertThat(document.at("/result/started").asBoolean()).isFalse();
        assertThat(document.at("/result/warning").asString()).startsWith(WARNING);
        assertThat(launchers()).hasSize(1);
    }

    @Test
    void anAgentThatWasKilledIsBackByItself() throws Exception {
        assertThat(run("ensure-running", "--home", home().toString()).code()).isEqualTo(10);
        ProcessHandle killed = agents().getFirst();
        killed.destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .until(() -> agents().size() == 1 && agents().getFirst().pid() != killed.pid());
        assertThat(run("ensure-running", "--home", home().toString()).text()).contains(WARNING);
        assertThat(launchers()).hasSize(1);
    }

    @Test
    void beforeAServiceTakesTheHomeItsLonelyAgentEndsInGoodOrder() throws Exception {
        assertThat(run("ensure-running", "--home", home().toString()).code()).isEqualTo(10);
        Home home = new Home(home());
        assertThatThrownBy(() -> new LonelyAgent(home, Duration.ZERO).end()).hasMessageContaining("AGENT_NOT_ENDED");
        new LonelyAgent(home).end();
        assertThat(OnlyLauncher.lives(home.root())).isFalse();
        assertThat(agents()).isEmpty();
        new LonelyAgent(home, Duration.ZERO).end();
    }

    @Test
    void aHomeWithoutSettingsStartsNothing() throws Exception {
        Path empty = Files.createDirectories(Objects.requireNonNull(shop).resolve("vazia"));
        Said said = run("ensure-running", "--home", empty.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("DM-100");
        assertThat(empty).isEmptyDirectory();
    }

    private record Said(int code, String text) {}

    private Said run(String... arguments) throws Exception {
        return ended(program(List.of(), arguments).start());
    }

    private ProcessBuilder program(List<String> options, String... arguments) {
        return Objects.requireNonNull(packed).command(options, List.of(arguments))
                .directory(Objects.requireNonNull(shop).toFile());
    }

    private static Said ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private Path home() {
        return Objects.requireNonNull(shop).resolve("casa");
    }

    private List<ProcessHandle> launchers() {
        return ours().stream().filter(process -> arguments(process).contains("dmbackup-launcher")).toList();
    }

    private List<ProcessHandle> agents() {
        return ours().stream().filter(process -> arguments(process).contains("--leashed")).toList();
    }

    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses().filter(process -> process.isAlive()
                && arguments(process).contains(String.valueOf(Objects.requireNonNull(temporary).getFileName())))
                .filter(process -> arguments(process).contains("launcher") || arguments(process).contains("leashed"))
                .toList();
    }

    private static String arguments(ProcessHandle process) {
        return String.join(" ", process.info().arguments().orElse(new String[0]));
    }
}

package br.com.dmbackup.journeys.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a person beside the real agent's process: they ask it, and tell what it did as if they had done it. */
@Timeout(240)
class AskedAgentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private AgentUnderTest shop;
    private Process agent;

    @BeforeEach
    void start() throws Exception {
        shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        // As an installation leaves them; else the agent has something to say about it.
        Files.setPosixFilePermissions(shop.home.root(), PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(shop.home.settingsFile(), PosixFilePermissions.fromString("rw-r-----"));
        agent = process("agent");
        await().atMost(PATIENCE).until(() -> LocalAgent.find(shop.home.root())
                .filter(found -> found.status().activity().status() == StatusText.WAITING
                        && found.status().lastBackup().isPresent())
                .isPresent());
    }

    @AfterEach
    void end() throws InterruptedException {
        agent.destroyForcibly().waitFor();
    }

    @Test
    void makesAndTellsABackupLikeTheCommandAndBringsItToAPersonsFolder() throws Exception {
        Path pen = Files.createDirectory(folder.resolve("pen"));
        Ended backup = command("backup", "--manual", pen.toString());
        assertThat(backup.code()).as(backup.text()).isZero();
        assertThat(backup.text()).contains("O agente do DMBackup foi chamado", "Backup do horário ",
                "  servidor: " + shop.home.backupFolder(), "  terminal: " + shop.terminal,
                "Cópia para levar: " + pen.resolve("MCDados.zip"));
        assertThat(pen.resolve("MCDados.zip")).hasSameBinaryContentAs(shop.home.backupFolder().resolve("MCDados.zip"));
        try (var left = Files.list(pen)) {
            assertThat(left).hasSize(1);
        }
        assertThat(command("backup", "--json").text()).contains("\"outcome\" : \"SUCCEEDED\"", "\"slot\" : ",
                "\"deliveredTo\" : [ \"terminal\" ]");
    }

    @Test
    void endsWithTheExitCodesOfTheCommand() throws Exception {
        Path away = shop.root.resolve("away");
        Files.move(shop.terminal, away);
        Ended owed = command("backup");
        assertThat(owed.code()).as(owed.text()).isEqualTo(ExitCode.PARTIAL.number());
        assertThat(owed.text()).contains("Aviso: O backup foi feito neste computador, mas ainda não foi copiado para",
                "O que fazer: ");
        Files.move(away, shop.terminal);
        Files.move(shop.database, shop.root.resolve("away.db"));
        Ended failed = command("backup");
        assertThat(failed.code()).as(failed.text()).isEqualTo(ExitCode.USER.number());
        assertThat(failed.text()).contains("(DM-200)", "O que fazer: ");
        assertThat(command("status").text()).contains("Agente: FALHA.", "(DM-200)");
    }

    @Test
    void isFollowedLiveAndWaitedForWhenItGoes() throws Exception {
        Path heard = folder.resolve("watched.txt");
        Process watch = new RealProgram(folder).leashed(words("status", "--watch"), heard);
        try {
            says(heard, "tudo certo - Aguardando tarefas...");
            // A picture of the work under way is one among many, and a follower may miss it in a short backup.
            await().atMost(PATIENCE).until(() -> {
                assertThat(command("backup").code()).isZero();
                return Files.readString(heard).contains("trabalhando - ");
            });
            says(heard, "] Backup do horário ");
            LocalAgent.at(shop.home.root()).stop();
            assertThat(agent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(agent.exitValue()).isZero();
            says(heard, "O agente não está em execução.");
            agent = process("agent");
            await().atMost(PATIENCE).until(() -> Files.readString(heard)
                    .lastIndexOf("Aguardando tarefas...") > Files.readString(heard).indexOf("não está em execução."));
        } finally {
            watch.destroyForcibly().waitFor();
        }
    }

    @Test
    void leavesNoTokenBehindAndNoneInItsLog() throws Exception {
        LocalAgent admin = LocalAgent.at(shop.home.root());
        assertThat(admin.role()).isEqualTo(AgentRole.ADMIN);
        List<String> tokens = List.of(Files.readString(shop.home.stateFolder().resolve("agent/admin.token")),
                Files.readString(shop.home.stateFolder().resolve("agent/till.token")));
        assertThat(admin.slots()).isNotEmpty();
        assertThat(admin.settings().text()).contains("[database]");
        assertThatThrownBy(() -> admin.job("none")).hasMessageContaining("JOB_UNKNOWN");
        admin.stop();
        assertThat(agent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        try (var left = Files.list(shop.home.stateFolder().resolve("agent"))) {
            assertThat(left).isEmpty();
        }
        assertThat(Files.readString(shop.home.logFolder().resolve("dmbackup.log"))).doesNotContain(tokens);
        assertThat(command("status").text()).startsWith("Agente: não está em execução.");
    }

    private static void says(Path heard, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Files.readString(heard)).contains(text));
    }

    private Process process(String verb) throws IOException {
        return new RealProgram(folder).leashed(words(verb), Files.createTempFile(folder, verb, ".txt"));
    }

    private Ended command(String... given) throws IOException, InterruptedException {
        return new RealProgram(folder).run(words(given));
    }

    private List<String> words(String... given) {
        List<String> words = new ArrayList<>(List.of(given));
        words.addAll(List.of("--home", shop.home.root().toString()));
        return words;
    }
}

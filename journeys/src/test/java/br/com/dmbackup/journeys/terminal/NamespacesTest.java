package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.protocol.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server and terminal in network namespaces of their own, and between them a cable of the kernel's. */
@Tag("slow")
class NamespacesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path root;

    private Cable cable;
    private RealProgram program;
    private TypedTerminal typed;
    private Process terminal;

    @BeforeEach
    void set() throws Exception {
        cable = Cable.lay();
        program = new RealProgram(root);
        typed = new TypedTerminal(root);
        TypedTerminal.require(typed.type(typed.terminal, "terminal", "init", "--port", "24877"));
        Path settings = typed.terminal.resolve("terminal.toml");
        Files.writeString(settings, Files.readString(settings).replace("findable = false", "findable = true"));
        typed.sell(3000);
        Path heard = root.resolve("heard-terminal.txt");
        terminal = program.leashed(cable.atTheTerminal(), DyingProgram.class,
                List.of(DyingProgram.LIVES, QuickTerminal.NAME, "--home", typed.terminal.toString()), heard);
        Awaitility.await().atMost(PATIENCE).until(() -> !terminal.isAlive() || code(heard).find());
        Matcher code = code(heard);
        assertThat(code.find()).as(Files.readString(heard)).isTrue();
        // Nobody says where it is.
        ok("pair", code.group());
    }

    @AfterEach
    void end() {
        if (terminal != null) {
            terminal.destroyForcibly().onExit().join();
        }
        if (cable != null) {
            cable.close();
        }
    }

    @Test
    void aTerminalIsFoundInTheNetworkAndFoundAgainAtAnotherAddress() throws Exception {
        assertThat(typed.toml()).contains(Cable.TERMINAL + ":24877");
        ok("backup");
        cable.moveTheTerminalTo("10.77.3.99");

        ok("backup");

        assertThat(typed.server.resolve("state/link/terminal.address")).content().contains("10.77.3.99:24877");
        assertNothingIsMissing();
    }

    @Test
    void whereNobodyShowsACodeItIsSaidWhatToLookAt() {
        terminal.destroyForcibly().onExit().join();

        Ended alone = server("pair", "ACDEF-34679");

        assertThat(alone.code()).isEqualTo(ExitCode.TRANSIENT.number());
        assertThat(alone.text()).contains("DM-847", "dmbackup terminal pair", "--address").doesNotContain("?");
    }

    @Test
    void aLineThatDelaysAndLosesCarriesItAllTheSame() throws Exception {
        Assumptions.assumeTrue(cable.bad("delay", "25ms", "loss", "3%"), "this kernel has no netem");
        ok("backup");
        typed.sell(3000);
        ok("backup");
        assertNothingIsMissing();
    }

    @Test
    void aCableThatIsPulledOutInTheMiddleEndsInACopyThatIsOwed() throws Exception {
        ok("backup");
        Path settings = typed.server.resolve("dmbackup.toml");
        Files.writeString(settings, typed.toml() + "silence_seconds = 5\n");
        typed.sql("insert into venda (nota) select hex(randomblob(300)) from venda");
        Assumptions.assumeTrue(cable.slow(), "this kernel has no tbf");
        long carried = cable.carriedBytes();
        CompletableFuture<Ended> backup = CompletableFuture.supplyAsync(() -> server("backup"));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5))
                .until(() -> cable.carriedBytes() > carried + 200_000);
        cable.pull();

        Ended owed = backup.join();

        assertThat(owed.code()).as(owed.text()).isEqualTo(ExitCode.PARTIAL.number());
        cable.plug();
        ok("deliver");
        assertNothingIsMissing();
    }

    private void assertNothingIsMissing() {
        assertThat(ArchiveBlocks.of(typed.mcBkp.resolve("MCDados.zip")))
                .isEqualTo(ArchiveBlocks.of(typed.server.resolve("Backup/MCDados.zip")));
    }

    private void ok(String... words) {
        Ended ended = server(words);
        assertThat(ended.code()).as(ended.text()).isZero();
    }

    private Ended server(String... words) {
        try {
            var typedWords = new ArrayList<>(List.of(DyingProgram.LIVES));
            typedWords.addAll(List.of(words));
            typedWords.addAll(List.of("--home", typed.server.toString()));
            return program.run(cable.atTheServer(), DyingProgram.class, typedWords);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Matcher code(Path heard) throws IOException {
        return TypedTerminal.CODE.matcher(Files.readString(heard, StandardCharsets.UTF_8));
    }
}

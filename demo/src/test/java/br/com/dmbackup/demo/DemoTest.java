package br.com.dmbackup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.installation.SystemMonotonicSource;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void livesTheDayThroughAndAgainBesideTheFirst() throws Exception {
        assertThat(run("demo", "--size", "4MB")).as(err::toString).isZero();
        assertThat(text(err)).contains("DM-600").doesNotContain("Exception", "DM-900");
        assertThat(text(out)).contains("── 10/10 ──", "$ ./dmbackup restore --replace --yes --home dmbackup-demo",
                "Todas iguais.");
        assertThat(folder.resolve("dmbackup-demo").resolve("Terminal").resolve("MCBkp").resolve("12h")
                .resolve("MCDados.zip")).exists();

        out.reset();
        assertThat(run("demo", "--size", "4MB", "--lang", "en")).as(err::toString).isZero();
        assertThat(text(out)).contains("$ ./dmbackup status --home dmbackup-demo-2 --lang en", "All are equal.")
                .doesNotContain("backup realizado", "Verificando");
    }

    @Test
    void livesTheDayThroughOnADoubleOfSqlServerAndSaysThatItIsOne() {
        assertThat(run("demo", "--engine", "sqlserver", "--size", "4MB")).as(err::toString).isZero();
        assertThat(text(err)).contains("DM-600").doesNotContain("Exception", "DM-900");
        assertThat(text(out)).contains("é um dublê", "não é o SQL Server da Microsoft", "── 10/10 ──",
                "--database \"sqlserver://sa@127.0.0.1:", "Todas iguais.", "terminou com ela")
                .doesNotContain("restore 09h");
        assertThat(folder.resolve("dmbackup-demo").resolve("Backup").resolve("MCDados.bak")).exists();
        assertThat(folder.resolve("dmbackup-demo").resolve("senha.txt")).doesNotExist();
    }

    @Test
    void livesAMorningWithTheRealAgentOnAFastClock() {
        assertThat(run("demo", "--agent", "--speed", "300", "--size", "4MB", "--lang", "en")).as(this::said).isZero();
        assertThat(text(out)).contains("── 7/7 ──", "$ ./dmbackup init",
                "./dmbackup status --watch --home dmbackup-demo",
                "The agent answers:", "slot 08h", "The light is on, DM-", "Mended: DM-", "slot 09h", "slot 10h",
                "Restore drill passed", "The agent ends in good order");
        assertThat(folder.resolve("dmbackup-demo/Terminal/MCBkp/10h/MCDados.zip")).exists();
        assertThat(folder.resolve("dmbackup-demo/state/agent/address.json")).doesNotExist();
    }

    @Test
    void saysWhatTheFastClockCannotDo() {
        assertThat(run("demo", "--agent", "--speed", "0")).isEqualTo(2);
        assertThat(run("demo", "--agent", "--engine", "sqlserver")).isEqualTo(2);
        assertThat(text(err)).contains("--speed").doesNotContain("\tat ");
    }

    private String said() {
        return text(out) + text(err);
    }

    @Test
    void saysWhichEngineItDoesNotKnow() {
        assertThat(run("demo", "--engine", "oracle")).isEqualTo(2);
        assertThat(text(err)).contains("oracle").doesNotContain("\tat ");
    }

    @Test
    void givesProgramsOneObject() {
        assertThat(run("demo", "--size", "4MB", "--lang", "es", "--json")).as(err::toString).isZero();
        assertThat(text(out)).startsWith("{").contains("\"exitCode\" : 6", "status --home dmbackup-demo --lang es");
    }

    @Test
    void touchesNoFolderThatHoldsSomething() throws Exception {
        Files.createDirectories(folder.resolve("minha"));
        Files.writeString(folder.resolve("minha").resolve("dmbackup.toml"), "# meu");
        assertThat(run("demo", "--home", "minha")).isEqualTo(2);
        assertThat(text(err)).contains("DM-309");
        assertThat(folder.resolve("minha")).isDirectoryContaining("glob:**dmbackup.toml")
                .isDirectoryNotContaining("glob:**loja.db");
    }

    @Test
    void saysWhichSizeIsWrong() {
        assertThat(run("demo", "--size", "muito")).isEqualTo(2);
        assertThat(text(err)).contains("DM-104", "\"muito\"", "--size");
    }

    @Test
    void stopsWhereACommandDoesNotEndAsItShould() throws Exception {
        // The home's settings cannot be written where a folder has their name.
        Path home = folder.resolve("dmbackup-demo");
        assertThat(run(() -> Files.createDirectories(home.resolve("dmbackup.toml")), "demo", "--size", "1MB"))
                .isNotZero();
        assertThat(text(err)).contains("A demonstração parou", "\"init\"").doesNotContain("\tat ");
        assertThat(text(out)).doesNotContain("── 2/10");
    }

    private interface Meddling {
        void meddle() throws Exception;
    }

    private int run(String... arguments) {
        return run(Clock.systemUTC(), arguments);
    }

    /** Meddles as soon as something is said after the folder was made. */
    private int run(Meddling meddling, String... arguments) {
        PrintStream meddled = new PrintStream(out, true, StandardCharsets.UTF_8) {
            private boolean done;

            @Override
            public void println(String line) {
                super.println(line);
                if (!done) {
                    done = true;
                    try {
                        meddling.meddle();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
        return run(Clock.systemUTC(), meddled, arguments);
    }

    private int run(Clock clock, String... arguments) {
        return run(clock, new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }

    private int run(Clock clock, PrintStream shown, String... arguments) {
        Surroundings.Screen screen = new Surroundings.Screen(InputStream.nullInputStream(), shown,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80);
        return Dmbackup.run(List.of(arguments), new Surroundings(screen, Map.of(), folder, clock,
                new SystemMonotonicSource(), Checkpoint.NONE), List.of(new DemoCommand()));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

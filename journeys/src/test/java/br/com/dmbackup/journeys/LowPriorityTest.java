package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent under its launcher, and the program that it has write a dump, let the till go first. */
@Timeout(120)
class LowPriorityTest {
    private static final String LOW = "10";

    @TempDir
    @Nullable
    Path temporary;
    private @Nullable Process launcher;

    @BeforeEach
    void open() throws Exception {
        boolean there = Files.isExecutable(Path.of("/usr/bin/nice")) && Files.isExecutable(Path.of("/usr/bin/ionice"))
                && Files.isReadable(Path.of("/proc/self/stat"));
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(there, "nice, ionice or /proc is not here");
        }
        assertThat(there).as("nice, ionice and /proc").isTrue();
        Assumptions.assumeTrue(niceness(ProcessHandle.current()).equals("0"), "these tests run at a low priority");
        Path folder = folder();
        Path program = Files.writeString(folder.resolve("dump.sh"), """
                cut -d' ' -f19 /proc/$$/stat > nice.part && ionice -p $$ > disk && mv nice.part nice
                echo BEGIN
                echo END
                """);
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("dmbackup.toml"), """
                [store]
                cnpj = "11222333000181"
                name = "Loja"
                time_zone = "America/Sao_Paulo"
                [database]
                engine = "command"
                command = ["/bin/sh", "-c", "cd '%s' && exec /bin/sh '%s'"]
                head = "BEGIN"
                trailer = "END"
                """.formatted(folder, program));
        Path packed = PackedProgram.in(folder.resolve("program")).folder();
        launcher = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx16m", "-jar", packed.resolve("lib/dmbackup-launcher-9.jar").toString(),
                "--program", packed.toString(), "--home", home.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start();
    }

    @AfterEach
    void end() throws InterruptedException {
        if (launcher != null) {
            launcher.destroy();
            boolean inTime = launcher.waitFor(50, TimeUnit.SECONDS);
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
            assertThat(inTime).isTrue();
        }
    }

    @Test
    void agentAndDumpingProgramLetTheTillGoFirst() throws IOException {
        Path told = folder().resolve("nice");
        Awaitility.await("a backup").atMost(Duration.ofSeconds(60)).until(() -> Files.exists(told));
        assertThat(told).content().isEqualToIgnoringNewLines(LOW);
        assertThat(folder().resolve("disk")).content().contains("best-effort: prio 7");
        List<ProcessHandle> agents = Objects.requireNonNull(launcher).children().toList();
        assertThat(agents).hasSize(1);
        assertThat(niceness(agents.getFirst())).isEqualTo(LOW);
    }

    private static String niceness(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        // After the name in parentheses, which may hold blanks, niceness is the 17th field.
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)).get(16);
    }

    private Path folder() {
        return Objects.requireNonNull(temporary);
    }
}

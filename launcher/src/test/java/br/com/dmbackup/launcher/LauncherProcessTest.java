package br.com.dmbackup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, which can be killed. */
@Timeout(90)
class LauncherProcessTest {
    @TempDir
    @Nullable
    Path temporary;
    private @Nullable ProgramsInATest made;
    private @Nullable Process launcher;

    @BeforeEach
    void prepare() throws IOException {
        made = new ProgramsInATest(Objects.requireNonNull(temporary)).version("1.0", "pulse").wanted("1.0", "");
        launcher = start();
        scene().awaitEvent("started 1.0", 1);
    }

    @AfterEach
    void end() throws InterruptedException {
        Process running = launcher();
        running.destroyForcibly().waitFor();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !childLives());
        scene().assertNeverTwo();
    }

    @Test
    void theChildEndsByItsLeashWhenTheLauncherIsKilled() throws Exception {
        launcher().destroyForcibly().waitFor();
        scene().awaitEvent("ended 1.0", 1);
    }

    @Test
    void aTermSignalEndsTheChildInGoodOrderFirst() throws Exception {
        launcher().destroy();
        assertThat(launcher().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(scene().count("ended 1.0")).isOne();
        assertThat(scene().log()).contains("ended in good order");
        assertThat(childLives()).isFalse();
    }

    @Test
    void aSecondLauncherOfOneHomeEndsAtOnce() throws Exception {
        Process second = start();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(8);
        assertThat(scene().count("started")).isOne();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                ShortLauncher.class.getName(), scene().programs().root().toString(), scene().home().toString())
                .inheritIO().start();
    }

    private boolean childLives() {
        String line = scene().events().getLast();
        return ProcessHandle.of(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .map(ProcessHandle::isAlive).orElse(false);
    }

    private Process launcher() {
        return Objects.requireNonNull(launcher);
    }

    private ProgramsInATest scene() {
        return Objects.requireNonNull(made);
    }
}

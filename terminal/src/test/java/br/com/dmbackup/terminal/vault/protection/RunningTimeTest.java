package br.com.dmbackup.terminal.vault.protection;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.MonotonicStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTimeTest {
    @TempDir
    Path folder;
    private Duration monotonic = Duration.ofDays(3);
    private String boot = "one";

    private RunningTime open(long highestStamp) throws IOException {
        return RunningTime.open(() -> new MonotonicStamp(boot, monotonic.toNanos()), folder.resolve("time"),
                OptionalLong.of(highestStamp));
    }

    private void run(RunningTime time, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            monotonic = monotonic.plusMinutes(1);
            time.minutes();
        }
    }

    @Test
    void addsUpOverAllLives() throws IOException {
        RunningTime first = open(0);
        run(first, 90);
        monotonic = monotonic.plusDays(10);
        RunningTime second = open(0);
        assertThat(second.minutes()).isEqualTo(90);
        run(second, 30);
        assertThat(second.minutes()).isEqualTo(120);
    }

    @Test
    void aKillLosesAMinuteAtMost() throws IOException {
        RunningTime time = open(0);
        for (int second = 0; second < 3 * 60 + 59; second++) {
            monotonic = monotonic.plusSeconds(1);
            time.minutes();
        }
        assertThat(open(0).minutes()).isEqualTo(3);
    }

    @Test
    void believesNoLeapAndNoClockThatRunsBackwards() throws IOException {
        RunningTime time = open(0);
        monotonic = monotonic.plusDays(4000);
        assertThat(time.minutes()).isEqualTo(2);
        monotonic = monotonic.minusDays(4000);
        assertThat(time.minutes()).isEqualTo(2);
        boot = "two";
        monotonic = monotonic.plusDays(1);
        assertThat(time.minutes()).isEqualTo(2);
    }

    @Test
    void goesOnFromTheHighestStampWhereTheFileWasLost() throws IOException {
        run(open(0), 50);
        Files.delete(folder.resolve("time"));
        assertThat(open(47).minutes()).isEqualTo(47);
        Files.writeString(folder.resolve("time"), "nonsense");
        assertThat(open(12).minutes()).isEqualTo(12);
    }

    @Test
    void doesNotGoBackBehindItsFileForAStamp() throws IOException {
        run(open(0), 50);
        assertThat(open(9_000_000).minutes()).isEqualTo(50);
    }
}

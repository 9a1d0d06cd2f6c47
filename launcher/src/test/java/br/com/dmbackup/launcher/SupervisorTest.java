package br.com.dmbackup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real processes. */
@Timeout(90)
class SupervisorTest {
    @TempDir
    @Nullable
    Path temporary;
    private @Nullable ProgramsInATest made;

    @BeforeEach
    void prepare() throws IOException {
        made = new ProgramsInATest(Objects.requireNonNull(temporary));
    }

    @AfterEach
    void thereWereNeverTwo() {
        scene().assertNeverTwo();
    }

    @Test
    void startsWhatIsWantedAndEndsItInGoodOrder() throws Exception {
        scene().version("1.0", "pulse").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 1.0", 1);
            running.end();
            assertThat(running.code()).isZero();
        }
        assertThat(scene().count("ended 1.0")).isOne();
    }

    @Test
    void startsAChildThatWasKilledAgain() throws Exception {
        scene().version("1.0", "pulse").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            for (int life = 1; life <= 3; life++) {
                scene().awaitEvent("started 1.0", life);
                scene().lastChild().destroyForcibly();
            }
            scene().awaitEvent("started 1.0", 4);
            running.end();
        }
        assertThat(scene().log()).contains("DIED");
    }

    @Test
    void killsAChildWithoutAPulseAndStartsAnother() throws Exception {
        scene().version("1.0", "silent").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started", 1);
            ProcessHandle first = scene().lastChild();
            scene().awaitEvent("started", 2);
            assertThat(first.isAlive()).isFalse();
            running.end();
        }
        assertThat(scene().log()).contains("SILENT");
    }

    @Test
    void goesBackWhenANewVersionDiesThreeTimes() throws Exception {
        scene().version("1.0", "pulse").version("2.0", "dies").wanted("2.0", "1.0");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 1.0", 1);
            running.end();
        }
        assertThat(scene().count("started 2.0")).isEqualTo(3);
        assertThat(LaunchRecord.read(scene().home()))
                .returns("2.0", LaunchRecord::failed).returns("DIED", LaunchRecord::why)
                .returns("1.0", LaunchRecord::running);
        assertThat(scene().log()).contains("version 2.0 is given up");
    }

    @Test
    void goesBackWhenANewVersionGivesNoPulse() throws Exception {
        scene().version("1.0", "pulse").version("2.0", "silent").wanted("2.0", "1.0");
        try (RunningSupervisor running = new RunningSupervisor(scene(), hasty())) {
            scene().awaitEvent("started 1.0", 1);
            running.end();
        }
        assertThat(LaunchRecord.read(scene().home()).why()).isEqualTo("NO_PULSE");
    }

    @Test
    void goesBackAtOnceWhenTheNewVersionIsNotThere() throws Exception {
        scene().version("1.0", "pulse").wanted("2.0", "1.0");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 1.0", 1);
            running.end();
        }
        assertThat(LaunchRecord.read(scene().home())).returns("2.0", LaunchRecord::failed)
                .returns("MISSING", LaunchRecord::why);
    }

    @Test
    void aVersionThatLivedWellIsNotGivenUpLater() throws Exception {
        scene().version("1.0", "pulse").version("2.0", "pulse").wanted("2.0", "1.0");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> LaunchRecord.read(scene().home()).good().equals("2.0"));
            for (int kill = 1; kill <= 4; kill++) {
                scene().awaitEvent("started 2.0", kill);
                scene().lastChild().destroyForcibly();
            }
            scene().awaitEvent("started 2.0", 5);
            running.end();
        }
        assertThat(scene().count("started 1.0")).isZero();
    }

    @Test
    void takesTheLastGoodVersionWhenNobodyCanReadWhatIsWanted() throws Exception {
        scene().version("1.0", "pulse").version("2.0", "pulse");
        LaunchRecord.BLANK.good("1.0", "then").write(scene().home(), Role.AGENT);
        for (String garbage : new String[]{"", "\0\0\0\0", "version=../../etc\n", "version=\n"}) {
            Files.writeString(scene().programs().currentFile(), garbage);
            assertThat(Choice.of(scene().programs(), LaunchRecord.read(scene().home())))
                    .hasValueSatisfying(choice -> assertThat(choice.version()).isEqualTo("1.0"));
        }
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 1.0", 1);
            running.end();
        }
    }

    @Test
    void changesOverWhenAnotherVersionIsWanted() throws Exception {
        scene().version("1.0", "pulse").version("2.0", "pulse").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 1.0", 1);
            scene().wanted("2.0", "1.0");
            scene().awaitEvent("started 2.0", 1);
            running.end();
        }
        assertThat(scene().count("ended 1.0")).isOne();
    }

    @Test
    void goesOnWhenWhatIsWantedCannotBeReadForAMoment() throws Exception {
        scene().version("1.0", "pulse").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 1.0", 1);
            Path current = scene().programs().currentFile();
            Files.move(current, current.resolveSibling("gone"));
            Files.createDirectory(current);
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> LaunchRecord.read(scene().home()).good().equals("1.0"));
            Files.delete(current);
            Files.move(current.resolveSibling("gone"), current);
            running.end();
        }
        assertThat(scene().count("started")).isOne();
    }

    @Test
    void writesDownHowOftenTheAgentDiedInTheLastHour() throws Exception {
        scene().version("1.0", "pulse").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            for (int life = 1; life <= 2; life++) {
                scene().awaitEvent("started 1.0", life);
                scene().lastChild().destroyForcibly();
            }
            scene().awaitEvent("started 1.0", 3);
            running.end();
        }
        LaunchRecord record = LaunchRecord.read(scene().home());
        Instant now = Instant.parse(record.deaths().strip().split(" ", -1)[1]).plusMillis(1);
        assertThat(record.deathsInTheHourBefore(now)).isEqualTo(2);
        assertThat(record.deathsInTheHourBefore(now.plus(Duration.ofMinutes(61)))).isZero();
        assertThat(record.died(now.plus(Duration.ofMinutes(61))).deaths().split(" ")).hasSize(1);
    }

    @Test
    void aVersionThatFailedIsTriedAnewOnlyWhenItIsInstalledAnew() throws Exception {
        scene().version("1.0", "pulse").version("2.0", "pulse").wanted("2.0", "1.0");
        Current failed = scene().programs().current().orElseThrow();
        LaunchRecord record = LaunchRecord.BLANK.failed(failed, LaunchRecord.Why.DIED, "then");
        assertThat(Choice.of(scene().programs(), record).orElseThrow().version()).isEqualTo("1.0");
        new Current("2.0", "1.0", "later").write(scene().programs());
        assertThat(Choice.of(scene().programs(), record).orElseThrow()).isEqualTo(new Choice("2.0", true, false));
    }

    @Test
    void aChildThatAsksForItIsStartedAgainAtOnce() throws Exception {
        scene().version("1.0", "again").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 1.0", 2);
            running.end();
        }
        assertThat(scene().log()).contains("AGAIN").doesNotContain("DIED");
    }

    @Test
    void aHomeThatIsTakenSaysNothingAgainstTheVersion() throws Exception {
        scene().version("1.0", "pulse").version("2.0", "taken").wanted("2.0", "1.0");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started 2.0", 5);
            running.end();
        }
        assertThat(scene().count("started 1.0")).isZero();
    }

    @Test
    void endsWithAChildThatLeftByItsOwnWill() throws Exception {
        scene().version("1.0", "leaves").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            assertThat(running.code()).isZero();
        }
        assertThat(scene().count("started")).isOne();
    }

    @Test
    void killsAChildThatDoesNotHearTheLeash() throws Exception {
        scene().version("1.0", "deaf").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started", 1);
            ProcessHandle child = scene().lastChild();
            running.end();
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void whatTheChildSaysLosesItsNumbersInTheLog() throws Exception {
        scene().version("1.0", "speaks").wanted("1.0", "");
        try (RunningSupervisor running = new RunningSupervisor(scene())) {
            scene().awaitEvent("started", 1);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> scene().log().contains("already exists"));
            running.end();
        }
        // The log's own moments have digits of every kind.
        String said = scene().log().replaceAll("(?m)^\\S+Z ", "");
        assertThat(said).contains("(cpf)=(#)").doesNotContain("456", "12345678909");
    }

    private static Patience hasty() {
        Patience patience = ProgramsInATest.SHORT;
        return new Patience(patience.look(), Duration.ofSeconds(1), patience.leash(), patience.shortestPause(),
                patience.longestPause(), patience.goodLife(), patience.trials());
    }

    private ProgramsInATest scene() {
        return Objects.requireNonNull(made);
    }
}

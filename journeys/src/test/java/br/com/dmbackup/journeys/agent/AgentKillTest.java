package br.com.dmbackup.journeys.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobReport.State;
import br.com.dmbackup.protocol.api.JobRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process, again and again killed without a word while it works, as by a power cut. */
@Timeout(240)
class AgentKillTest {
    private static final int KILLS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void survivesBeingKilledAtAnyMoment() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        shop.sell(150_000);
        long seed = new Random().nextLong();
        System.out.println("kills at random moments, seed " + seed);
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            Process agent = agent(shop);
            JobReport asked = backup(shop);
            assertThat(asked.state()).isIn(State.WAITING, State.RUNNING);
            assertThat(agent.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS)).as("lives, seed %d", seed)
                    .isFalse();
            agent.destroyForcibly().waitFor();
        }
        Process last = agent(shop);
        try {
            JobReport asked = backup(shop);
            await().atMost(PATIENCE).until(() -> here(shop).job(asked.id()).state() == State.ENDED);
            assertThat(here(shop).job(asked.id()).outcome()).as("seed %d", seed).isEqualTo("SUCCEEDED");
            await().atMost(PATIENCE).until(() -> here(shop).status().activity().status() == StatusText.WAITING);
            AgentStatus status = here(shop).status();
            assertThat(status.troubles()).as("seed %d", seed).isEmpty();
            assertThat(status.light()).isEqualTo(AgentLight.OK);
        } finally {
            last.getOutputStream().close();
            assertThat(last.waitFor(30, TimeUnit.SECONDS)).as("ends when its leash does").isTrue();
            last.destroyForcibly();
        }
        assertThat(last.exitValue()).isZero();
        assertThat(LocalAgent.find(shop.home.root())).isEmpty();
        assertThat(leftovers(shop)).as("seed %d", seed).isEmpty();
        RealProgram.Ended verified = command("verify", shop);
        assertThat(verified.code()).as(verified.text()).isZero();
        RealProgram.Ended drilled = command("drill", shop);
        assertThat(drilled.code()).as(drilled.text()).isZero();
    }

    @Test
    void thereIsNeverASecondOne() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        Process first = agent(shop);
        try {
            RealProgram.Ended second = command("agent", shop);
            assertThat(second.code()).isEqualTo(ExitCode.ALREADY_RUNNING.number());
            assertThat(second.text()).contains("DM-703");
            assertThat(first.isAlive()).isTrue();
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private Process agent(AgentUnderTest shop) throws IOException {
        Path heard = Files.createTempFile(folder, "agent", ".txt");
        Process agent = new RealProgram(folder).leashed(
                List.of("agent", "--leashed", "--home", shop.home.root().toString()), heard);
        await().atMost(PATIENCE).until(() -> !agent.isAlive() || agentOf(shop).isPresent());
        assertThat(agent.isAlive()).as(Files.readString(heard)).isTrue();
        return agent;
    }

    /** What a killed one left does not count. */
    private static Optional<LocalAgent> agentOf(AgentUnderTest shop) {
        try {
            Optional<LocalAgent> found = LocalAgent.find(shop.home.root());
            found.ifPresent(LocalAgent::status);
            return found;
        } catch (AgentFault notYet) {
            return Optional.empty();
        }
    }

    private static LocalAgent here(AgentUnderTest shop) {
        return LocalAgent.at(shop.home.root());
    }

    private static JobReport backup(AgentUnderTest shop) {
        return here(shop).ask(new JobRequest(JobKind.BACKUP, Optional.empty(), Optional.empty()));
    }

    private RealProgram.Ended command(String verb, AgentUnderTest shop) throws IOException, InterruptedException {
        return new RealProgram(folder).run(List.of(verb, "--home", shop.home.root().toString()));
    }

    private static List<Path> leftovers(AgentUnderTest shop) throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path place : List.of(shop.home.root(), shop.terminal)) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(".parcial") || file.toString().contains("staging"))
                        .forEach(left::add);
            }
        }
        return left;
    }
}

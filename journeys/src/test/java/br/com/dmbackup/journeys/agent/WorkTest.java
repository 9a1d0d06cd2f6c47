package br.com.dmbackup.journeys.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.agent.AgentSettings;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.work.Job;
import br.com.dmbackup.agent.work.JobEnd;
import br.com.dmbackup.agent.work.Work;
import br.com.dmbackup.cli.agent.SessionDoor;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that do what no job should. */
@Timeout(60)
class WorkTest {
    @TempDir
    Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<JobEnd> ended = new CopyOnWriteArrayList<>();
    private volatile Duration uptime = Duration.ZERO;
    private Work work;
    private Sound sound;

    @BeforeEach
    void open() {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        shop.home.prepare();
        SessionDoor door = new SessionDoor(shop.session());
        sound = (Sound) door.read();
        LiveStatus status = new LiveStatus("test", shop.clock, Messages.in(Language.PT_BR), WorkListener.NONE);
        work = new Work(door, () -> new MonotonicStamp("boot", uptime.toNanos()), status, new Work.Signals() {
            @Override
            public void changed() {}

            @Override
            public void hangs(Job job, Duration age) {
                told.add("hangs " + age.toMinutes());
            }

            @Override
            public void lost(Job job, Duration age) {
                told.add("lost " + age.toMinutes());
            }
        });
    }

    @Test
    void aBrokenProgramIsAFailedJobAndNoGhost() {
        assertThat(work.start(job(() -> {
            throw new NoClassDefFoundError("br/com/dmbackup/Gone");
        }), sound, ended::add)).isTrue();
        await().until(work::idle);
        assertThat(ended).singleElement()
                .satisfies(end -> assertThat(end.faults().getFirst().code()).isEqualTo(FaultCode.INTERNAL));
        assertThat(work.homeFree()).isTrue();
    }

    @Test
    void oneThatDoesNotEvenHeedItsInterruptionCostsTheProcess() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        assertThat(work.start(job(() -> {
            begun.countDown();
            return awaitDeaf(mayEnd);
        }), sound, ended::add)).isTrue();
        begun.await();
        assertThat(work.start(job(() -> null), sound, ended::add)).as("a second one").isFalse();
        uptime = Duration.ofMinutes(239);
        work.watch(sound.parts().of(AgentSettings.PART));
        assertThat(told).isEmpty();
        uptime = Duration.ofHours(4);
        work.watch(sound.parts().of(AgentSettings.PART));
        uptime = Duration.ofMinutes(242);
        work.watch(sound.parts().of(AgentSettings.PART));
        assertThat(told).containsExactly("hangs 240");
        uptime = Duration.ofMinutes(243);
        work.watch(sound.parts().of(AgentSettings.PART));
        assertThat(told).containsExactly("hangs 240", "lost 243");
        mayEnd.countDown();
        await().until(work::idle);
    }

    @Test
    void takesNoMoreJobsAtItsEnd() throws InterruptedException {
        assertThat(work.end(Duration.ofSeconds(5))).isTrue();
        assertThat(work.start(job(() -> null), sound, ended::add)).isFalse();
    }

    private static JobEnd awaitDeaf(CountDownLatch mayEnd) {
        while (mayEnd.getCount() > 0) {
            try {
                mayEnd.await();
            } catch (InterruptedException deaf) {
                // What this test is about.
            }
        }
        return new JobEnd(JobEnd.How.SUCCEEDED, words -> "", List.of(), Optional.empty());
    }

    private static Job job(Supplier<JobEnd> what) {
        return new Job() {
            @Override
            public String verb() {
                return "test";
            }

            @Override
            public JobEnd run(Installation here, WorkListener listener,
                    Turn turn) {
                return what.get();
            }
        };
    }
}

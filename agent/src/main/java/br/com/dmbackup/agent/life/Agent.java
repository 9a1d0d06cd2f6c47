package br.com.dmbackup.agent.life;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.StatusWatcher;
import br.com.dmbackup.agent.hub.HubDesk;
import br.com.dmbackup.agent.loop.DueWork;
import br.com.dmbackup.agent.loop.LastGoodSettings;
import br.com.dmbackup.agent.loop.MinuteLoop;
import br.com.dmbackup.agent.loop.Quiet;
import br.com.dmbackup.agent.loop.Rest;
import br.com.dmbackup.agent.loop.Round;
import br.com.dmbackup.agent.spool.FileSpool;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.agent.work.Job;
import br.com.dmbackup.agent.work.JobBook;
import br.com.dmbackup.agent.work.Work;
import br.com.dmbackup.agent.work.WorkDesk;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.SupportCode;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent of one home: there is never a second one. {@link #start} lets it live, {@link #stop} asks it to end in good
 * order, {@link #awaitEnd} waits for that. Thread-safe.
 */
public final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Duration WORK_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOP_PATIENCE = Duration.ofSeconds(5);

    private final HomeLock lock;
    private final LiveStatus status;
    private final LastGoodSettings settings;
    private final Rest rest;
    private final Work work;
    private final MinuteLoop loop;
    private final Thread thread;
    private final WorkDesk desk;
    private final MessengerWatch messenger;
    private final HubDesk hub;
    private final List<StatusWatcher> watchers;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param looks what is looked at besides in each minute
     * @param others who besides the messenger follow how the store stands
     * @throws BackupFault {@code AGENT_ALREADY_RUNNING}
     */
    public Agent(HomeDoor door, Machine machine, List<Round.Look> looks, List<StatusWatcher> others) {
        this.settings = new LastGoodSettings(door);
        this.status = new LiveStatus(door.programVersion(), door.clock(), settings.words(), new AgentLog());
        this.messenger = new MessengerWatch(new AgentFiles(door.home()), status, door.clock());
        this.hub = new HubDesk(door, machine.monotonic(), new AgentFiles(door.home()).waitingReports(),
                status::newerVersion);
        this.watchers = Stream.concat(Stream.of(messenger, hub), others.stream()).toList();
        this.rest = machine.rest();
        this.work = new Work(door, machine.monotonic(), status, signals(machine));
        JobBook asked = new JobBook(door.clock(), settings::words);
        FileSpool spool = new FileSpool(new AgentFiles(door.home()).spoolFolder(), door.clock());
        this.desk = new WorkDesk(door, settings::sound, status, asked, spool, ends());
        DueWork due = new DueWork(status, work, asked, machine.monotonic(),
                new Quiet(machine.load(), machine.monotonic()));
        this.loop = new MinuteLoop(new Round(settings, status, work, due, this::taken, hub,
                Stream.concat(looks.stream(), Stream.of((sound, troubles) -> spool.sweep())).toList(), watchers), rest,
                this::defect, machine.monotonic(), machine.lost());
        this.thread = Thread.ofPlatform().name("loop").unstarted(loop);
        door.home().prepare();
        this.lock = HomeLock.acquireAgent(door.home(), door.clock());
    }

    private void taken(Sound sound) {
        messenger.settings(sound);
        hub.settings(sound);
    }

    private Work.Signals signals(Machine machine) {
        return new Work.Signals() {
            @Override
            public void changed() {
                rest.wake();
            }

            @Override
            public void hangs(Job job, Duration age) {
                String topic = job.verb().equals("drill") ? AgentTopic.DRILL : AgentTopic.BACKUP;
                new Troubles(status, settings.words()).failure(topic,
                        BackupFault.of(FaultCode.RUN_HANGS, age.toMinutes()));
            }

            @Override
            public void lost(Job job, Duration age) {
                settings.opened().ifPresent(here -> LostJob.note(here, job, age, settings.words()));
                machine.lost().run();
            }
        };
    }

    private WorkDesk.Ends ends() {
        return new WorkDesk.Ends() {
            @Override
            public void wake() {
                rest.wake();
            }

            @Override
            public void goodbye() {
                watchers.forEach(watcher -> watcher.goodbye(status.now(), stopping()));
            }

            @Override
            public void stop() {
                Agent.this.stop();
            }

            @Override
            public boolean stopping() {
                return stopped.getCount() == 0;
            }
        };
    }

    /** What others may ask. */
    public AgentDesk desk() {
        return desk;
    }

    /** How long ago its heart last beat. */
    public Duration sinceLastBeat() {
        return loop.sinceLastBeat();
    }

    public void start() {
        LOG.info("the agent begins");
        thread.start();
    }

    /** Asks it to end. Returns at once. */
    public void stop() {
        stopped.countDown();
    }

    /** Waits until somebody has asked it to end. */
    public void awaitEnd() throws InterruptedException {
        stopped.await();
    }

    /** Waits for that long at most; whether somebody has asked it to end. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A minute that went wrong costs that minute, and is shown until one goes well. */
    private void defect(RuntimeException thrown) {
        LOG.error("a minute went wrong", thrown);
        BackupFault fault = thrown instanceof BackupFault known
                ? known
                : BackupFault.of(FaultCode.INTERNAL, SupportCode.of(thrown)).causedBy(thrown);
        settings.forget();
        new Troubles(status, settings.words()).failure(AgentTopic.PROGRAM, fault);
    }

    /** Ends it in good order: what is under way stops at its next safe point. */
    @Override
    public void close() {
        stopped.countDown();
        rest.end();
        boolean interrupted = Thread.interrupted();
        try {
            desk.goodbye();
            if (!work.end(WORK_PATIENCE)) {
                LOG.warn("some work did not end in time");
            }
            if (thread.isAlive() && !thread.join(LOOP_PATIENCE)) {
                LOG.warn("the loop did not end in time");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            messenger.close();
            hub.close();
            settings.close();
            lock.close();
            LOG.info("the agent has ended");
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

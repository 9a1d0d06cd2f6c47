package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.AgentSettings;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.SupportCode;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs under way, each in a thread of its own with its own open home. One at a time has the home to itself; those
 * that have given it up and still deliver go on beside. Thread-safe.
 */
public final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final HomeDoor door;
    private final MonotonicSource monotonic;
    private final LiveStatus status;
    private final Signals signals;
    private final List<Running> running = new ArrayList<>();
    private @Nullable HeldTurn turn;
    private Optional<BackupFault> lockedBy = Optional.empty();
    private boolean ending;

    /** Whom to tell. */
    public interface Signals {
        /** A job has ended, or given up the home. */
        void changed();

        /** A job hangs, and was asked to end. */
        void hangs(Job job, Duration age);

        /** A job hangs so that only the end of the process helps. */
        void lost(Job job, Duration age);
    }

    private record Running(RunningJob job, Thread thread, HeldTurn turn) {}

    public Work(HomeDoor door, MonotonicSource monotonic, LiveStatus status, Signals signals) {
        this.door = door;
        this.monotonic = monotonic;
        this.status = status;
        this.signals = signals;
    }

    /** Whether no job of ours has the home. */
    public synchronized boolean homeFree() {
        HeldTurn now = turn;
        return now == null || !now.held();
    }

    /** Whether nothing is under way. */
    public synchronized boolean idle() {
        return running.isEmpty();
    }

    /** Who had the home when a job could not be started, where it was another process. */
    public synchronized Optional<BackupFault> lockedBy() {
        return lockedBy;
    }

    /** Whether no more than one job is under way: the one that asks. */
    public synchronized boolean lastOne() {
        return running.size() <= 1;
    }

    /**
     * Starts a job, unless the home that it needs is taken, by another one or by another process, or one like it is
     * under way already.
     *
     * @param sound the settings to do it with
     * @param ended told in the job's thread how it ended
     * @return whether it was started
     * @throws BackupFault when the home's lock cannot be had for another reason
     */
    public synchronized boolean start(Job job, Sound sound, Consumer<JobEnd> ended) {
        boolean twice = running.stream().anyMatch(other -> other.job().job().verb().equals(job.verb()));
        if (ending || (job.needsHome() ? !homeFree() : twice)) {
            return false;
        }
        Optional<HomeLock> lock = Optional.empty();
        if (job.needsHome()) {
            lockedBy = Optional.empty();
            lock = lock(job.verb(), sound);
            if (lock.isEmpty()) {
                return false;
            }
        }
        HeldTurn held = new HeldTurn(lock, signals::changed);
        RunningJob[] self = new RunningJob[1];
        RunningJob seen = new RunningJob(job, monotonic, status, () -> shows(self[0]));
        self[0] = seen;
        Thread thread = Thread.ofPlatform().daemon().name(job.verb()).unstarted(() -> live(seen, sound, held, ended));
        if (job.needsHome()) {
            turn = held;
        }
        running.add(new Running(seen, thread, held));
        status.working(true);
        thread.start();
        return true;
    }

    private Optional<HomeLock> lock(String verb, Sound sound) {
        try {
            return Optional.of(HomeLock.acquire(door.home(), verb, door.clock().withZone(sound.settings().zone())));
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.ALREADY_RUNNING) {
                lockedBy = Optional.of(fault);
                return Optional.empty();
            }
            throw fault;
        }
    }

    private synchronized boolean shows(RunningJob job) {
        return !running.isEmpty() && running.getLast().job().equals(job);
    }

    private void live(RunningJob job, Sound sound, HeldTurn held, Consumer<JobEnd> ended) {
        // Told before the home is free, so that whoever is told can keep another job from starting at once.
        try (held) {
            ended.accept(done(job, sound, held));
        } catch (RuntimeException defect) {
            LOG.error("after {}", job.job().verb(), defect);
        } finally {
            synchronized (this) {
                running.removeIf(other -> other.job().equals(job));
                status.working(!running.isEmpty());
            }
            signals.changed();
        }
    }

    private JobEnd done(RunningJob job, Sound sound, HeldTurn held) {
        try (Installation here = door.open(sound)) {
            JobEnd end = job.job().run(here, job, held);
            return end.how() == JobEnd.How.FAILED ? failed(job, end.faults().getFirst()) : end;
        } catch (BackupFault fault) {
            LOG.warn("{} failed", job.job().verb(), fault);
            return failed(job, fault);
        } catch (RuntimeException defect) {
            LOG.error("{} failed", job.job().verb(), defect);
            return JobEnd.failed(BackupFault.of(FaultCode.INTERNAL, SupportCode.of(defect)).causedBy(defect));
        } catch (LinkageError | AssertionError | VirtualMachineError broken) {
            LOG.error("{} failed", job.job().verb(), broken);
            if (broken instanceof VirtualMachineError) {
                signals.lost(job.job(), job.age());
            }
            return JobEnd.failed(BackupFault.of(FaultCode.INTERNAL, SupportCode.of(broken)).causedBy(broken));
        }
    }

    /** One that we interrupted ourselves says only that it was. */
    private static JobEnd failed(RunningJob job, BackupFault fault) {
        return JobEnd.failed(job.givenUp() && fault.code() == FaultCode.CANCELLED
                ? BackupFault.of(FaultCode.RUN_HANGS, job.age().toMinutes()).causedBy(fault)
                : fault);
    }

    /**
     * Interrupts jobs that hang, and tells of one that does not even heed that. Asked once a minute. Deliveries are not
     * looked at: each is watched where it is made, and may take as long as its bytes flow.
     */
    public void watch(AgentSettings settings) {
        List<Running> now;
        synchronized (this) {
            now = List.copyOf(running);
        }
        for (Running each : now) {
            if (each.job().givenUp() && each.job().sinceGivenUp().compareTo(HangWatch.LAST_PATIENCE) >= 0) {
                LOG.error("{} does not end", each.job().job().verb());
                signals.lost(each.job().job(), each.job().age());
            } else if (!each.job().givenUp() && each.turn().held() && HangWatch.hangs(each.job(), settings)) {
                LOG.warn("{} hangs after {}", each.job().job().verb(), each.job().age());
                each.job().giveUp();
                signals.hangs(each.job().job(), each.job().age());
                each.thread().interrupt();
            }
        }
    }

    /**
     * Takes no more jobs and lets those under way end at their next safe point.
     *
     * @return whether all ended in time
     */
    public boolean end(Duration patience) throws InterruptedException {
        List<Running> now;
        synchronized (this) {
            ending = true;
            now = List.copyOf(running);
        }
        now.forEach(each -> each.thread().interrupt());
        long until = monotonic.now().nanos() + patience.toNanos();
        for (Running each : now) {
            long left = Math.max(1, (until - monotonic.now().nanos()) / 1_000_000);
            if (!each.thread().join(Duration.ofMillis(left))) {
                return false;
            }
        }
        return true;
    }
}

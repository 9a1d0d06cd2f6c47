package br.com.dmbackup.agent.loop;

import br.com.dmbackup.agent.registry.RegistrySettings;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.agent.work.BackupJob;
import br.com.dmbackup.agent.work.DeliveryJob;
import br.com.dmbackup.agent.work.JobBook;
import br.com.dmbackup.agent.work.JobEnd;
import br.com.dmbackup.agent.work.Work;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.policy.Due;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.run.AutomaticRun;
import java.time.Duration;

/**
 * What is to be done now, one thing after another: what was asked for, the hour's backup, what is owed, the drill, what is
 * only worth doing when nobody needs the machine.
 */
public final class DueWork {
    private static final Duration AFTER_ANY = Duration.ofSeconds(30);
    private static final Duration BESIDE_OTHERS = Duration.ofMinutes(5);

    private final WorkListener notices;
    private final Work work;
    private final JobBook asked;
    private final MonotonicSource monotonic;
    private final Standing standing;
    private final BackupTroubles backups;
    private final DrillWork drill;
    private final StrengthenWork strengthen;
    private final Strangers strangers;
    private boolean looked;
    private volatile int failures;
    private volatile long refrainUntil;
    private volatile long deliverAgain;

    public DueWork(LiveStatus status, Work work, JobBook asked, MonotonicSource monotonic, Quiet quiet) {
        this.notices = status;
        this.work = work;
        this.asked = asked;
        this.monotonic = monotonic;
        this.standing = new Standing(status);
        this.backups = new BackupTroubles(status);
        this.drill = new DrillWork(work, quiet);
        this.strengthen = new StrengthenWork(work, quiet);
        this.strangers = new Strangers(monotonic);
        this.refrainUntil = monotonic.now().nanos();
        this.deliverAgain = refrainUntil;
    }

    /** Shows how the store stands, and starts what is due. */
    boolean start(Installation here, Sound sound, Troubles troubles) {
        Due.Verdict verdict = new AutomaticRun(here, notices).verdict();
        boolean started = asked.startNext(work, sound) || automatic(verdict, sound, troubles)
                || deliveries(here, sound) || drill.start(here, sound, troubles);
        if (!work.homeFree()) {
            strengthen.stop();
        } else if (!started) {
            started = strengthen.start(here, sound);
        }
        // Shown afterwards: nothing that goes wrong in showing may keep a backup from being made.
        if (!looked) {
            looked = true;
            DrillWork.remember(here, troubles);
        }
        backups.look(here);
        standing.tell(here, verdict, sound.parts().of(RegistrySettings.PART).integrated(), troubles);
        return started;
    }

    private boolean automatic(Due.Verdict verdict, Sound sound, Troubles troubles) {
        if (!(verdict instanceof Due.Now) || monotonic.now().nanos() - refrainUntil < 0) {
            strangers.free(troubles);
            return false;
        }
        strengthen.stop();
        boolean started = work.start(BackupJob.AUTOMATIC, sound, end -> ended(end, troubles));
        strangers.look(started, work.lockedBy(), troubles);
        return started;
    }

    /** A run that failed before it could be noted must not be tried each minute either. */
    private void ended(JobEnd end, Troubles troubles) {
        failures = end.how() == JobEnd.How.FAILED ? failures + 1 : 0;
        Duration pause = failures == 0 ? AFTER_ANY : Due.pauseAfter(failures);
        refrainUntil = monotonic.now().nanos() + pause.toNanos();
        backups.ended(end, troubles);
    }

    private boolean deliveries(Installation here, Sound sound) {
        boolean due = here.catalog().owed().stream().filter(owed -> here.remote(owed.destination()).isPresent())
                .anyMatch(owed -> !owed.nextAttemptAt().isAfter(here.now()));
        boolean pause = monotonic.now().nanos() - deliverAgain < 0;
        return due && !pause && work.start(DeliveryJob.DUE, sound, end -> delivered());
    }

    /** Where a run still delivers, its destinations are its own; those that are not can wait a little. */
    private void delivered() {
        Duration wait = work.lastOne() ? AFTER_ANY : BESIDE_OTHERS;
        deliverAgain = monotonic.now().nanos() + wait.toNanos();
    }
}

package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.catalog.RunRecord.Outcome;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.policy.Due;
import br.com.dmbackup.core.policy.Due.Failures;
import br.com.dmbackup.core.policy.Moment;
import br.com.dmbackup.core.policy.MonotonicStamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A run that happens only when it is due: what a scheduler asks for every minute. */
public final class AutomaticRun {
    private static final int RUNS_LOOKED_AT = 100;

    private final Installation here;
    private final WorkListener listener;
    private final Turn turn;

    public AutomaticRun(Installation here, WorkListener listener) {
        this(here, listener, Turn.KEPT);
    }

    /** @param turn given up as soon as the backup has its slot */
    public AutomaticRun(Installation here, WorkListener listener, Turn turn) {
        this.here = here;
        this.listener = listener;
        this.turn = turn;
    }

    /** Runs if a backup is due. The caller holds the home's lock. */
    public RunOutcome runIfDue() {
        return switch (verdict()) {
            case Due.Now now -> new BackupRun(here, listener, turn).run();
            case Due.NotYet notYet -> new RunOutcome.Skipped(here.now().plus(notYet.pause()));
        };
    }

    /** Whether one is due now. Makes the catalog right about this machine's slots first. */
    public Due.Verdict verdict() {
        new Reconciliation(here.catalog(), here.layout()).reconcile(Placement.LOCAL, here.local())
                .forEach(listener::notice);
        Set<BackupId> standing = here.catalog().placedBackups().stream().map(CatalogedBackup::id)
                .collect(Collectors.toSet());
        List<RunRecord> runs = here.catalog().runs(RUNS_LOOKED_AT);
        List<RunRecord> failed = runs.stream().takeWhile(run -> !done(run, standing)).toList();
        Optional<Moment> lastGood = runs.stream().filter(run -> done(run, standing)).findFirst()
                .map(AutomaticRun::start);
        Optional<Failures> failures = failed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failures(failed.size(), end(failed.getFirst())));
        Moment now = new Moment(here.now(), here.machine().monotonic().now());
        return Due.decide(now, here.zone(), lastGood, failures);
    }

    /**
     * A backup whose copies are gone or damaged everywhere counts as one that failed, with the pauses of failures. A
     * suspicious one is kept beside: another one of the same hour would only drive it out of its ring.
     */
    private static boolean done(RunRecord run, Set<BackupId> standing) {
        return run.placed()
                ? run.backup().filter(standing::contains).isPresent()
                : run.outcome() == Outcome.SUSPICIOUS;
    }

    private static Moment end(RunRecord run) {
        long took = Math.max(0, Duration.between(run.startedAt(), run.endedAt()).toNanos());
        return new Moment(run.endedAt(), new MonotonicStamp(run.bootId(), run.monotonicNanos() + took));
    }

    private static Moment start(RunRecord run) {
        return new Moment(run.startedAt(), new MonotonicStamp(run.bootId(), run.monotonicNanos()));
    }
}

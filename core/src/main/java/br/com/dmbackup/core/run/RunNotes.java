package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.catalog.RunRecord.Outcome;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Notes in the catalog how a run ended. One whose backup has its slot is noted before its deliveries, which may take
 * long: whoever asks meanwhile whether a backup is due must know of it.
 */
final class RunNotes {
    private final Installation here;
    private final Instant start;
    private final MonotonicStamp stamp;

    /** Of a run that starts now. */
    RunNotes(Installation here) {
        this.here = here;
        this.start = here.now();
        this.stamp = here.machine().monotonic().now();
    }

    Instant start() {
        return start;
    }

    /** No slot was taken. */
    void failed(BackupFault fault) {
        Outcome how = fault.code() == FaultCode.BACKUP_SUSPICIOUS ? Outcome.SUSPICIOUS : Outcome.FAILED;
        here.catalog().note(record(how, Optional.of(fault), Optional.empty(), 0, 0));
    }

    /**
     * The slot was taken; the deliveries are still owed.
     *
     * @return the number of the note
     */
    long placed(BackupRun.Placed placed) {
        return here.catalog().note(here.remotes().isEmpty()
                ? record(Outcome.SUCCEEDED, Optional.empty(), placed)
                : record(Outcome.PARTIAL, Optional.of(notYet()), placed));
    }

    private BackupFault notYet() {
        return BackupFault.of(FaultCode.DELIVERY_OWED, here.remotes().getFirst().name(), "...");
    }

    /** Nothing more is done. */
    void ended(long number, BackupRun.Placed placed, List<BackupFault> faults) {
        here.catalog().amend(number, record(faults.isEmpty() ? Outcome.SUCCEEDED : Outcome.PARTIAL,
                faults.stream().findFirst(), placed));
    }

    private RunRecord record(Outcome how, Optional<BackupFault> fault, BackupRun.Placed placed) {
        return record(how, fault, Optional.of(placed.manifest().backup()), placed.manifest().dumpBytes(),
                placed.placement().sizeBytes());
    }

    private RunRecord record(Outcome how, Optional<BackupFault> fault, Optional<BackupId> backup, long dumpBytes,
            long archiveBytes) {
        return new RunRecord(start, here.now(), how, fault.map(told -> told.code().name()),
                fault.map(told -> told.text(Messages.in(here.settings().language()))), backup, dumpBytes, archiveBytes,
                stamp.bootId(), stamp.nanos());
    }
}

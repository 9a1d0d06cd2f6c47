package br.com.dmbackup.core.drill;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.ArchiveFinder;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.DumpRestore;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A restore drill. The caller holds the home's lock. */
public final class RestoreDrill {
    private final Installation here;
    private final WorkListener listener;

    public RestoreDrill(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * Drills one backup and notes in the catalog how it went, and what that proves.
     *
     * @throws BackupFault when it did not pass: {@code DRILL_FAILED} for a database that is not right or rows that
     *         differ, the restore's own fault otherwise
     */
    public DrillRecord drill(Wanted wanted) {
        reached(Step.DRILL_STARTED);
        here.tidy(listener);
        here.dropLeftovers(listener);
        Instant start = here.now();
        listener.status(StatusText.DRILLING);
        List<ArchiveCopy> copies = new ArchiveFinder(here).find(wanted);
        try {
            DumpRestore.Restored restored = new DumpRestore(here, listener).from(copies, new RestoreTarget.Scratch());
            reached(Step.DRILL_RESTORED);
            DrillRecord record = judge(restored, start);
            note(record);
            return record;
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.CANCELLED) {
                throw fault;
            }
            BackupFault told = told(fault, copies);
            note(new DrillRecord(failedBackup(copies), start, false, Optional.of(told.code().name()), 0, 0,
                    Duration.between(start, here.now()), here.engine().proof()));
            throw told;
        }
    }

    /** Where the restored database is not right it is the backup that failed its drill. */
    private static BackupFault told(BackupFault fault, List<ArchiveCopy> copies) {
        if (fault.code() != FaultCode.RESTORED_DATABASE_DAMAGED) {
            return fault;
        }
        BackupFault failed = BackupFault.of(FaultCode.DRILL_FAILED, copies.getFirst().description(),
                fault.arguments()[1]).causedBy(fault);
        return fault.foreignCode().map(failed::withForeignCode).orElse(failed);
    }

    private DrillRecord judge(DumpRestore.Restored restored, Instant start) {
        String name = restored.copy().description();
        try {
            if (!restored.comparison().equal()) {
                throw BackupFault.of(FaultCode.DRILL_FAILED, name,
                        String.join("; ", restored.comparison().differences()));
            }
            reached(Step.DRILL_CHECKED);
        } finally {
            here.engine().drop(restored.database());
        }
        reached(Step.DRILL_DROPPED);
        return new DrillRecord(restored.manifest().map(manifest -> manifest.backup()), start, true, Optional.empty(),
                restored.comparison().tables(),
                restored.comparison().rows(), Duration.between(start, here.now()), here.engine().proof());
    }

    private void note(DrillRecord record) {
        here.catalog().note(record);
        reached(Step.DRILL_RECORDED);
    }

    private static Optional<BackupId> failedBackup(List<ArchiveCopy> copies) {
        return copies.getFirst().placement().flatMap(placement -> placement.backup());
    }

    private void reached(Step step) {
        here.machine().checkpoint().reached(step);
    }
}

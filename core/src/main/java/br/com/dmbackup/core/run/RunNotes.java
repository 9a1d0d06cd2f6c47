package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.catalog.RunRecord.Outcome;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Instant;
import java.util.Optional;

/** Notes in the catalog how a run ended. */
final class RunNotes {
    private RunNotes() {}

    static void note(Installation here, Instant start, MonotonicStamp stamp, RunOutcome outcome) {
        switch (outcome) {
            case RunOutcome.Succeeded ended ->
                note(here, start, stamp, Outcome.SUCCEEDED, Optional.empty(), ended.manifest(), ended.placement());
            case RunOutcome.Partial ended -> note(here, start, stamp, Outcome.PARTIAL,
                    ended.faults().stream().findFirst(), ended.manifest(), ended.placement());
            case RunOutcome.Failed ended -> {
                Outcome how = ended.fault().code() == FaultCode.BACKUP_SUSPICIOUS ? Outcome.SUSPICIOUS : Outcome.FAILED;
                note(here, start, stamp, how, Optional.of(ended.fault()), Optional.empty(), 0, 0);
            }
            case RunOutcome.Skipped skipped -> {
            }
        }
    }

    private static void note(Installation here, Instant start, MonotonicStamp stamp, Outcome how,
            Optional<BackupFault> fault, Manifest manifest, Placement placement) {
        note(here, start, stamp, how, fault, Optional.of(manifest.backup()), manifest.dumpBytes(),
                placement.sizeBytes());
    }

    private static void note(Installation here, Instant start, MonotonicStamp stamp, Outcome how,
            Optional<BackupFault> fault, Optional<BackupId> backup, long dumpBytes, long archiveBytes) {
        here.catalog().note(new RunRecord(start, here.now(), how, fault.map(f -> f.code().name()), backup, dumpBytes,
                archiveBytes, stamp.bootId(), stamp.nanos()));
    }
}

package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.work.JobEnd.How;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.deliver.OwedFault;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.run.Acceptance;
import br.com.dmbackup.core.run.AutomaticRun;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;
import java.util.Optional;

/** A run, for one of three reasons. */
public enum BackupJob implements Job {
    /** The hour is due. */
    AUTOMATIC,
    /** A person wants one now. */
    ASKED,
    /** A person found the newest suspicious one right. */
    ACCEPTED;

    @Override
    public String verb() {
        return this == ACCEPTED ? "accept" : "backup";
    }

    @Override
    public JobEnd run(Installation here, WorkListener listener, Turn turn) {
        return end(here, switch (this) {
            case AUTOMATIC -> new AutomaticRun(here, listener, turn).runIfDue();
            case ASKED -> new BackupRun(here, listener, turn).run();
            case ACCEPTED -> new Acceptance(here, listener, turn).acceptNewest();
        });
    }

    static JobEnd end(Installation here, RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Succeeded made -> made(How.SUCCEEDED, made.manifest(), made.placement().sizeBytes(),
                    List.of());
            case RunOutcome.Partial made -> made(How.PARTIAL, made.manifest(), made.placement().sizeBytes(),
                    made.faults().stream().map(fault -> OwedFault.of(fault, here)).toList());
            case RunOutcome.Failed failed -> JobEnd.failed(failed.fault());
            case RunOutcome.Skipped skipped -> JobEnd.skipped();
        };
    }

    private static JobEnd made(How how, Manifest manifest, long archiveBytes, List<BackupFault> faults) {
        return new JobEnd(how, Phrase.of("job.backup", manifest.slot().folderName(), archiveBytes), faults,
                Optional.of(manifest.backup().toString()));
    }
}

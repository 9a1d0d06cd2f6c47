package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.ExitCode;

/** Tells how the first backup ended. */
record FirstBackup(Session session, Installation here) {
    ExitCode tell(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Succeeded made -> ExitCode.OK;
            case RunOutcome.Partial made -> ExitCode.PARTIAL;
            case RunOutcome.Failed failed -> throw failed.fault();
            case RunOutcome.Skipped skipped -> ExitCode.SKIPPED;
        };
    }
}

package br.com.dmbackup.agent.work;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.run.Acceptance;

/**
 * A person found a suspicious backup right.
 *
 * @param backup at which they looked
 */
public record AcceptJob(BackupId backup) implements Job {
    @Override
    public String verb() {
        return "accept";
    }

    @Override
    public JobEnd run(Installation here, WorkListener listener, Turn turn) {
        return BackupJob.end(here, new Acceptance(here, listener, turn).accept(backup));
    }
}

package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.work.JobEnd.How;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.restore.RestoreOutcome;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;

/** Puts a backup in the live database's place; whoever asked has confirmed it. */
public record RestoreJob(Wanted wanted) implements Job {
    @Override
    public String verb() {
        return "restore";
    }

    @Override
    public JobEnd run(Installation here, WorkListener listener, Turn turn) {
        RestoreOutcome outcome = new DatabaseRestore(here, listener).replacing(wanted);
        return new JobEnd(How.SUCCEEDED,
                Phrase.of("job.restored", outcome.from(), outcome.comparison().tables(), outcome.comparison().rows()),
                List.of(), outcome.manifest().map(manifest -> manifest.backup().toString()));
    }
}

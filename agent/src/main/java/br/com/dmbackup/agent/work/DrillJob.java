package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.work.JobEnd.How;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.drill.RestoreDrill;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;

/** A restore drill. */
public record DrillJob(Wanted wanted) implements Job {
    @Override
    public String verb() {
        return "drill";
    }

    @Override
    public JobEnd run(Installation here, WorkListener listener, Turn turn) {
        DrillRecord drill = new RestoreDrill(here, listener).drill(wanted);
        return new JobEnd(How.SUCCEEDED, drill.provesDatabase()
                ? Phrase.of("job.drilled", drill.tables(), drill.rows())
                : Phrase.of("job.drilled_bytes"), List.of(), drill.backup().map(Object::toString));
    }
}

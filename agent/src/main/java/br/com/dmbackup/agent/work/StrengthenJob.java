package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.work.JobEnd.How;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.run.BlockPool;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Compresses the newest archive's blocks more strongly, for the next one. Shows nothing: nobody waits for it. */
public record StrengthenJob(BooleanSupplier stop) implements Job {
    @Override
    public String verb() {
        return "strengthen";
    }

    @Override
    public boolean needsHome() {
        return false;
    }

    @Override
    public JobEnd run(Installation here, WorkListener listener, Turn turn) {
        try {
            new BlockPool(here).fill(stop, Progress.NONE);
        } catch (BackupFault fault) {
            // To give way is no failure.
            if (fault.code() != FaultCode.CANCELLED || !stop.getAsBoolean()) {
                throw fault;
            }
        }
        return new JobEnd(How.SUCCEEDED, Phrase.of("job.strengthened"), List.of(), Optional.empty());
    }
}

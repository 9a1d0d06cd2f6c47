package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.work.JobEnd.How;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.deliver.DeliveryResult;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;
import java.util.Optional;

/** Brings what is owed to the destinations. */
public enum DeliveryJob implements Job {
    /** To those whose pause is over. */
    DUE,
    /** To all, for a person asked. */
    ASKED;

    @Override
    public String verb() {
        return "deliver";
    }

    @Override
    public boolean needsHome() {
        return false;
    }

    @Override
    public JobEnd run(Installation here, WorkListener listener, Turn turn) {
        Deliveries deliveries = new Deliveries(here, listener);
        List<DeliveryResult> results = this == DUE ? deliveries.makeDue() : deliveries.makeOwed();
        List<BackupFault> faults = results.stream().flatMap(result -> result.fault().stream()).toList();
        int made = results.stream().mapToInt(DeliveryResult::made).sum();
        return new JobEnd(faults.isEmpty() ? How.SUCCEEDED : How.PARTIAL, Phrase.of("job.delivered", made), faults,
                Optional.empty());
    }
}

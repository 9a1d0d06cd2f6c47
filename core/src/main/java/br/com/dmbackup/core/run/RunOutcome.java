package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.catalog.Placement;
import java.time.Instant;
import java.util.List;

/** How a run ended. */
public sealed interface RunOutcome {
    /** The backup took its slot and every destination has it. */
    record Succeeded(Manifest manifest, Placement placement, List<String> deliveredTo) implements RunOutcome {}

    /**
     * The backup exists, but not everywhere it should.
     *
     * @param faults why, one for each place that lacks it
     */
    record Partial(Manifest manifest, Placement placement, List<String> deliveredTo, List<BackupFault> faults)
            implements
                RunOutcome {}

    /** No slot was changed. */
    record Failed(BackupFault fault) implements RunOutcome {}

    /**
     * Nothing was due.
     *
     * @param dueAt when something will be
     */
    record Skipped(Instant dueAt) implements RunOutcome {}
}

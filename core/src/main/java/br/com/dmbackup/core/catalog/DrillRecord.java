package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.engine.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A restore drill that was done.
 *
 * @param backup the backup; none for an archive of another program
 * @param fault name of the fault code when it did not pass
 * @param tables tables whose rows were counted
 * @param rows rows counted in them
 * @param proof what it would prove to pass
 */
public record DrillRecord(Optional<BackupId> backup, Instant at, boolean passed, Optional<String> fault, int tables,
        long rows, Duration duration, Proof proof) {
    /** Whether a database is known to have come back. */
    public boolean provesDatabase() {
        return passed && proof == Proof.DATABASE;
    }
}

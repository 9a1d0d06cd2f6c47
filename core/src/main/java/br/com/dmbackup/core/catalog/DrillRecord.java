package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A restore drill that was done.
 *
 * @param backup the backup; none for an archive of another program, which the catalog does not remember
 * @param fault name of the fault code when it did not pass
 * @param tables tables whose rows were counted
 * @param rows rows counted in them
 */
public record DrillRecord(Optional<BackupId> backup, Instant at, boolean passed, Optional<String> fault, int tables,
        long rows,
        Duration duration) {}

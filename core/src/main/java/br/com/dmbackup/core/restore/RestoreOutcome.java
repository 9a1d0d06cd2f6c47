package br.com.dmbackup.core.restore;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.engine.RestoredDatabase;
import java.util.Optional;

/**
 * A database that came back.
 *
 * @param from which copy it was restored from, for a person to read
 * @param manifest the backup's own words; none for an archive of another program
 * @param comparison rows against the manifest
 * @param keptOldDatabase where the old database was kept, when one was replaced
 */
public record RestoreOutcome(String from, Optional<Manifest> manifest, RestoredDatabase database,
        RowComparison comparison, Optional<String> keptOldDatabase) {}

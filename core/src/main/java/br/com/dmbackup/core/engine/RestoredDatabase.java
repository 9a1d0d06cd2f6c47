package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Notice;
import java.util.List;
import java.util.SortedMap;

/**
 * A database that came back and passed the engine's integrity check.
 *
 * @param name the engine's name for it: a path, a database name
 * @param target what it was restored as
 * @param rowCounts rows per table, counted in the restored database; empty where counting is not cheap
 * @param notices what a person must know though the restore went well, such as owners that the server lacks
 */
public record RestoredDatabase(String name, RestoreTarget target, SortedMap<String, Long> rowCounts,
        List<Notice> notices) {
    /** One of which there is nothing to tell. */
    public RestoredDatabase(String name, RestoreTarget target, SortedMap<String, Long> rowCounts) {
        this(name, target, rowCounts, List.of());
    }
}

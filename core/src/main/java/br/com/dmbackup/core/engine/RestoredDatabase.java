package br.com.dmbackup.core.engine;

import java.util.SortedMap;

/**
 * A database that came back and passed the engine's integrity check.
 *
 * @param name the engine's name for it: a path, a database name
 * @param target what it was restored as
 * @param rowCounts rows per table, counted in the restored database; empty where counting is not cheap
 */
public record RestoredDatabase(String name, RestoreTarget target, SortedMap<String, Long> rowCounts) {}

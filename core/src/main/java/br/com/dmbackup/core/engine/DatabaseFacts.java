package br.com.dmbackup.core.engine;

/**
 * @param engineVersion version of the database program, such as {@code SQLite 3.54.1}
 * @param sizeBytes size of the database; about what a dump of it will need
 */
public record DatabaseFacts(String engineVersion, long sizeBytes) {}

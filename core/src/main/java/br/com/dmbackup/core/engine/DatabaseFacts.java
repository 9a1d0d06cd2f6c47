package br.com.dmbackup.core.engine;

/**
 * @param engineVersion version of the database program, such as {@code SQLite 3.54.1}; for a dump that another program
 *        makes, the name of its file or of the program
 * @param sizeBytes size of the database; about what a dump of it will need; 0 where nobody can tell
 */
public record DatabaseFacts(String engineVersion, long sizeBytes) {}

package br.com.dmbackup.engine.sqlserver.mtf;

/**
 * A file of the database, as the set's record names it ({@code SFIN}).
 *
 * @param id its number in the database
 * @param path where it stood on the server
 * @param bytes how large it was there
 */
public record DatabaseFile(long id, String logicalName, String path, long bytes) {}

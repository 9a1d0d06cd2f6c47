package br.com.dmbackup.core.archive;

/**
 * A finished archive in figures.
 *
 * @param archiveBytes length of the file
 * @param dumpBytes length of the dump inside
 * @param blocks how many blocks
 */
public record ArchiveSummary(long archiveBytes, long dumpBytes, int blocks) {}

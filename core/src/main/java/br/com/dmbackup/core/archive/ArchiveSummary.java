package br.com.dmbackup.core.archive;

/**
 * A finished archive in figures.
 *
 * @param archiveBytes length of the file
 * @param dumpBytes length of the dump inside
 * @param blocks how many blocks
 * @param indexSeal SHA-256 of the index, lower-case hexadecimal: tells whether an archive found later is this very one
 */
public record ArchiveSummary(long archiveBytes, long dumpBytes, int blocks, String indexSeal) {}

package br.com.dmbackup.protocol.hub;

/**
 * Reports that the hub has, for good: it answers when they are on its disk.
 *
 * @param upTo the last sequence of the batch
 */
public record ReportsTaken(long upTo) {}

package br.com.dmbackup.protocol.api;

/**
 * A copy that a person took along, written and read back.
 *
 * @param backup id of the backup
 */
public record ExternalCopy(String backup) {}

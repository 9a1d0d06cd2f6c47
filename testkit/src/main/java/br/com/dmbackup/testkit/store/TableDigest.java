package br.com.dmbackup.testkit.store;

/**
 * What a table holds.
 *
 * @param rows how many
 * @param sha256 of all their values, in the order of the row ids
 */
public record TableDigest(long rows, String sha256) {}

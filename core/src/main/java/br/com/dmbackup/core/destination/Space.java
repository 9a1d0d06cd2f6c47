package br.com.dmbackup.core.destination;

/**
 * Room at a place.
 *
 * @param freeBytes usable now by this account
 * @param totalBytes of the whole file system
 */
public record Space(long freeBytes, long totalBytes) {}

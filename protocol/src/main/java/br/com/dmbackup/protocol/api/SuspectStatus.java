package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;

/**
 * A suspicious backup.
 *
 * @param slot the hour whose place it did not get, such as {@code 09h}
 * @param reason why, in the store's language; empty where it is not known any more
 * @param waiting whether it is newer than every good one, so that a person may accept it
 * @param places where it stands, this machine first
 */
public record SuspectStatus(String backup, String slot, Instant startedAt, long archiveBytes, long dumpBytes,
        String reason, boolean waiting, List<String> places) {}

package br.com.dmbackup.protocol.api;

import java.time.Instant;

/**
 * The newest backup that holds a slot.
 *
 * @param backup its id
 * @param slot such as {@code 09h}
 * @param seconds how long it took
 */
public record LastBackup(String backup, String slot, Instant startedAt, long seconds, long dumpBytes,
        long archiveBytes) {}

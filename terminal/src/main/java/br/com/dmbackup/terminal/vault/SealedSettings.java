package br.com.dmbackup.terminal.vault;

import java.time.Instant;

/**
 * A server's settings, sealed by the server.
 *
 * @param sealed the caller's own copy
 * @param keptAt by this machine's clock when they came, to be shown; nothing is decided by it
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedSettings(byte[] sealed, Instant keptAt) {
    /** Longer ones are refused. */
    public static final int MOST_BYTES = 1 << 20;
}

package br.com.dmbackup.protocol.api;

import java.time.Instant;

/**
 * The last restore drill.
 *
 * @param proof {@code DATABASE} when a database came back and was counted, {@code BYTES} when bytes alone could be compared
 * @param fault name of the fault code when it did not pass; empty otherwise
 */
public record LastDrill(Instant at, boolean passed, String proof, int tables, long rows, String fault) {}

package br.com.dmbackup.core.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * A backup that a destination does not have yet.
 *
 * @param lastFault name of the fault code that ended the last attempt
 */
public record OwedDelivery(CatalogedBackup backup, String destination, Instant owedSince, int attempts,
        Instant nextAttemptAt, Optional<String> lastFault) {}

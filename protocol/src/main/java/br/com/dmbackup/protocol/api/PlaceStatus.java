package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One place that holds copies.
 *
 * @param name {@code local} or the destination's name
 * @param owed how many backups it does not have yet
 * @param owedSince start of the oldest of them
 */
public record PlaceStatus(String name, int owed, Optional<Instant> owedSince) {}

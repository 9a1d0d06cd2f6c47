package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One place that holds copies.
 *
 * @param name {@code local} or the destination's name
 * @param slots how many of the 24 slots are held there
 * @param owed how many backups it does not have yet
 * @param owedSince start of the oldest of them
 */
public record PlaceStatus(String name, int slots, int owed, Optional<Instant> owedSince) {}

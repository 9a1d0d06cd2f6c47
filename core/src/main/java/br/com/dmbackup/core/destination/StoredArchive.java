package br.com.dmbackup.core.destination;

import java.time.Instant;

/** A finished archive at a place. */
public record StoredArchive(ArchiveName name, long sizeBytes, Instant modifiedAt) {}

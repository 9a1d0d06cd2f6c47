package br.com.dmbackup.core.engine;

import java.time.Instant;

/**
 * Where a dump comes from that another program left.
 *
 * @param name the file's name, for a person
 * @param madeAt when it was made, by the file's own time
 */
public record DumpOrigin(String name, Instant madeAt) {}

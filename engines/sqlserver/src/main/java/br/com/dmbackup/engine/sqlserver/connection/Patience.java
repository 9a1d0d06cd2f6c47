package br.com.dmbackup.engine.sqlserver.connection;

import java.time.Duration;

/**
 * How long a long statement may take. The driver's own time limit is of no use here: the first message about progress
 * switches it off.
 *
 * @param silence without a word of the server
 * @param total in all
 * @param stopping how long the server may take to obey a cancel, before the connection is cut
 */
public record Patience(Duration silence, Duration total, Duration stopping) {
    /**
     * What a store's server may need: a restore begins with a long silence, in which files are filled with zeros.
     */
    public static final Patience USUAL = new Patience(Duration.ofMinutes(30), Duration.ofHours(12),
            Duration.ofSeconds(30));
}

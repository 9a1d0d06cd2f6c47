package br.com.dmbackup.core.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the engine says at the end of a whole dump.
 *
 * @param sign the engine's positive sign in its own words, for the log
 * @param rowCounts rows per table at the dump's moment; empty where counting is not cheap
 * @param madeAt when another program left this dump, by the file's own time; none where the engine had it made for this
 *        backup
 */
public record DumpEnd(String sign, SortedMap<String, Long> rowCounts, Optional<Instant> madeAt) {
    /** The end of a dump that was made for this backup. */
    public DumpEnd(String sign, SortedMap<String, Long> rowCounts) {
        this(sign, rowCounts, Optional.empty());
    }
}

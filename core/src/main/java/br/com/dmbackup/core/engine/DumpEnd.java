package br.com.dmbackup.core.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the engine says at the end of a whole dump.
 *
 * @param sign the engine's positive sign in its own words, for the log
 * @param rowCounts rows per table at the dump's moment; empty where counting is not cheap
 * @param origin where it comes from when another program left it; none where the engine had it made for this backup
 */
public record DumpEnd(String sign, SortedMap<String, Long> rowCounts, Optional<DumpOrigin> origin) {
    /** The end of a dump that was made for this backup. */
    public DumpEnd(String sign, SortedMap<String, Long> rowCounts) {
        this(sign, rowCounts, Optional.empty());
    }

    /** When another program made it. */
    public Optional<Instant> madeAt() {
        return origin.map(DumpOrigin::madeAt);
    }
}

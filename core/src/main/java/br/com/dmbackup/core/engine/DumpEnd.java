package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Notice;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the engine says at the end of a whole dump.
 *
 * @param sign the engine's positive sign in its own words, for the log
 * @param rowCounts rows per table at the dump's moment; tables of which that is not known are left out, all of them
 *        where counting is not cheap
 * @param origin where it comes from when another program left it; none where the engine had it made for this backup
 * @param facts what else the engine knows of this dump and a second witness could confirm, under names of its own; kept
 *        in the manifest, never personal data
 * @param notices what a person must know though the dump went well
 */
public record DumpEnd(String sign, SortedMap<String, Long> rowCounts, Optional<DumpOrigin> origin,
        SortedMap<String, String> facts, List<Notice> notices) {
    public DumpEnd {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        notices = List.copyOf(notices);
    }

    /** The end of a dump of which there is nothing else to tell. */
    public DumpEnd(String sign, SortedMap<String, Long> rowCounts, Optional<DumpOrigin> origin) {
        this(sign, rowCounts, origin, new TreeMap<>(), List.of());
    }

    /** The end of a dump that was made for this backup. */
    public DumpEnd(String sign, SortedMap<String, Long> rowCounts) {
        this(sign, rowCounts, Optional.empty());
    }

    /** When another program made it. */
    public Optional<Instant> madeAt() {
        return origin.map(DumpOrigin::madeAt);
    }
}

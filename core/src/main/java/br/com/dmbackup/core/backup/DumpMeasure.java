package br.com.dmbackup.core.backup;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dump is measured by when it is asked whether it may be trusted: all of it comes from the one pass that archived
 * it, and stands in its manifest.
 *
 * @param dumpBytes its length
 * @param traits what else the pass saw; none in an archive of an older version
 * @param rowCounts rows per table; tables of which that is not known are left out
 */
public record DumpMeasure(long dumpBytes, Optional<DumpTraits> traits, SortedMap<String, Long> rowCounts) {
    public DumpMeasure {
        rowCounts = Collections.unmodifiableSortedMap(new TreeMap<>(rowCounts));
    }

    public static DumpMeasure of(Manifest manifest) {
        return new DumpMeasure(manifest.dumpBytes(), manifest.traits(), manifest.rowCounts());
    }
}

package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.policy.Finding.Reason;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Whether a dump is much shorter than the last good one without a reason. Where rows are counted they are the reason or
 * they are not: a purge takes bytes and rows, a rebuilt database gives back the room of rows that went long ago.
 */
final class Shrinkage {
    /** Of a dump whose rows are counted, what the rows do not explain: a rebuild may well give back three quarters. */
    private static final double UNEXPLAINED = 0.25;
    /** Of a dump of which only the length is known. */
    private static final double HALF = 0.5;
    /** With nothing but blocks of the last one, so much less is a piece of it. */
    private static final double PIECE = 0.75;
    /** The last block of a piece is new, too. */
    private static final long ONE_BLOCK = 1 << 20;
    private static final double NOTHING_NEW = 0.01;

    private Shrinkage() {}

    static Optional<Finding> of(DumpMeasure dump, List<DumpMeasure> good) {
        return good.stream().findFirst().filter(last -> last.dumpBytes() > 0)
                .flatMap(last -> reason(dump, last)
                        .map(reason -> Finding.of(reason, dump.dumpBytes(), last.dumpBytes())));
    }

    private static Optional<Reason> reason(DumpMeasure dump, DumpMeasure last) {
        double left = (double) dump.dumpBytes() / last.dumpBytes();
        long rowsBefore = rows(last.rowCounts(), dump.rowCounts());
        if (rowsBefore > 0) {
            double rowsLeft = Math.min(1, (double) rows(dump.rowCounts(), last.rowCounts()) / rowsBefore);
            return left <= UNEXPLAINED * rowsLeft ? Optional.of(Reason.SHRUNK) : Optional.empty();
        }
        if (left <= HALF) {
            return Optional.of(Reason.HALF_SIZE);
        }
        boolean nothingNew = dump.traits().filter(DumpTraits::based)
                .filter(traits -> traits.newBytes() <= Math.max(ONE_BLOCK, NOTHING_NEW * dump.dumpBytes()))
                .isPresent();
        return nothingNew && left <= PIECE ? Optional.of(Reason.CUT) : Optional.empty();
    }

    /** In the tables that both have counted. */
    private static long rows(SortedMap<String, Long> of, SortedMap<String, Long> also) {
        return of.entrySet().stream().filter(table -> also.containsKey(table.getKey()))
                .mapToLong(table -> table.getValue()).sum();
    }
}

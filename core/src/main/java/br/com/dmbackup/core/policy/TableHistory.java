package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.DumpMeasure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the last good backups say of each table. An engine may leave out tables that were busy: then a table's last known
 * number of rows counts, and its absence says nothing.
 */
final class TableHistory {
    private static final long MANY_ROWS = 1_000;
    private static final long SOME_ROWS = 100;
    private static final long FEW_ROWS = 20;
    private static final int DAY = 24;

    private final List<SortedMap<String, Long>> newestFirst;
    private final Map<String, Long> lastKnown = new HashMap<>();
    private final Map<String, Long> least = new HashMap<>();
    private final Map<String, Long> most = new HashMap<>();
    private final long allRows;

    TableHistory(List<DumpMeasure> good) {
        newestFirst = good.stream().map(DumpMeasure::rowCounts).filter(counts -> !counts.isEmpty()).toList();
        for (SortedMap<String, Long> counts : newestFirst) {
            counts.forEach((table, rows) -> {
                lastKnown.putIfAbsent(table, rows);
                least.merge(table, rows, Math::min);
                most.merge(table, rows, Math::max);
            });
        }
        allRows = newestFirst.stream().findFirst()
                .map(counts -> counts.values().stream().mapToLong(Long::longValue).sum()).orElse(0L);
    }

    /** Whether no rows were ever counted. */
    boolean unknown() {
        return newestFirst.isEmpty();
    }

    boolean knows(String table) {
        return lastKnown.containsKey(table);
    }

    /** Those of the last good backup, and of these others the ones that an earlier one knew. */
    SortedSet<String> tables(Set<String> others) {
        SortedSet<String> tables = new TreeSet<>(others);
        tables.retainAll(lastKnown.keySet());
        newestFirst.stream().findFirst().ifPresent(newest -> tables.addAll(newest.keySet()));
        return tables;
    }

    /** When it was counted last. */
    long rows(String table) {
        return lastKnown.getOrDefault(table, 0L);
    }

    /** Whether its rows would be missed: many, or a good part of all, or few that have been there for a day of backups. */
    boolean substantial(String table) {
        long rows = rows(table);
        boolean steady = newestFirst.size() >= DAY && rows >= FEW_ROWS
                && least.getOrDefault(table, 0L) * 10 >= most.getOrDefault(table, 0L) * 9;
        return rows >= MANY_ROWS || (rows >= SOME_ROWS && rows * 10 >= allRows) || steady;
    }

    /** Whether it lost all but one row in so many between good backups, so that this is in its nature. */
    boolean hasBeenEmptied(String table, long oneIn) {
        long later = Long.MAX_VALUE;
        for (SortedMap<String, Long> counts : newestFirst) {
            if (counts.containsKey(table)) {
                long rows = counts.getOrDefault(table, 0L);
                if (rows >= FEW_ROWS && later < Long.MAX_VALUE && later * oneIn < rows) {
                    return true;
                }
                later = Math.min(later, rows);
            }
        }
        return false;
    }
}

package br.com.dmbackup.core.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Rows of a restored database against those that its backup counted.
 *
 * @param tables how many tables were compared; 0 where the backup did not count
 * @param rows rows of the restored database in them
 * @param differences one line for each table that differs
 */
public record RowComparison(int tables, long rows, List<String> differences) {

    /** Compares; a backup that counted nothing has nothing to differ from. */
    public static RowComparison of(SortedMap<String, Long> counted, SortedMap<String, Long> restored) {
        if (counted.isEmpty()) {
            return new RowComparison(0, 0, List.of());
        }
        List<String> differences = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>(counted.keySet());
        tables.addAll(restored.keySet());
        for (String table : tables) {
            Long before = counted.get(table);
            Long after = restored.get(table);
            if (before == null || !before.equals(after)) {
                differences.add(table + ": " + (before == null ? "-" : before) + " → " + (after == null ? "-" : after));
            }
        }
        long rows = restored.values().stream().mapToLong(Long::longValue).sum();
        return new RowComparison(tables.size(), rows, differences);
    }

    public boolean equal() {
        return differences.isEmpty();
    }
}

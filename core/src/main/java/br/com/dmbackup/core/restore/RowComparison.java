package br.com.dmbackup.core.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Rows of a restored database against those that its backup counted.
 *
 * @param tables how many tables were compared; 0 where the backup did not count
 * @param rows rows of the restored database in all its tables
 * @param differences one line for each table that differs
 */
public record RowComparison(int tables, long rows, List<String> differences) {

    /** Compares what the backup counted; a table that it left out has nothing to differ from. */
    public static RowComparison of(SortedMap<String, Long> counted, SortedMap<String, Long> restored) {
        if (counted.isEmpty()) {
            return new RowComparison(0, 0, List.of());
        }
        List<String> differences = new ArrayList<>();
        counted.forEach((table, before) -> {
            Long after = restored.get(table);
            if (!before.equals(after)) {
                differences.add(table + ": " + before + " → " + (after == null ? "-" : after));
            }
        });
        long rows = restored.values().stream().mapToLong(Long::longValue).sum();
        return new RowComparison(counted.size(), rows, differences);
    }

    public boolean equal() {
        return differences.isEmpty();
    }
}

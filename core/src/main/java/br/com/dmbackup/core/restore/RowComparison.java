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
 * @param unfinished one line for each table that differs by no more than transactions may have held that had not ended
 */
public record RowComparison(int tables, long rows, List<String> differences, List<String> unfinished) {
    /** Where the backup counted nothing. */
    public static final RowComparison NONE = new RowComparison(0, 0, List.of(), List.of());

    private static final long FEW_ROWS = 100;
    private static final long PARTS = 100;

    /**
     * Compares what the backup counted; a table that it left out has nothing to differ from.
     *
     * @param withUnfinished whether the counts may hold rows of transactions that had not ended: then a hundred rows, or
     *        one in a hundred, are no difference, unless the table came back empty
     */
    public static RowComparison of(SortedMap<String, Long> counted, SortedMap<String, Long> restored,
            boolean withUnfinished) {
        if (counted.isEmpty()) {
            return NONE;
        }
        List<String> differences = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        counted.forEach((table, before) -> {
            Long after = restored.get(table);
            if (!before.equals(after)) {
                boolean near = withUnfinished && after != null && near(before, after);
                (near ? unfinished : differences)
                        .add(table + ": " + before + " → " + (after == null ? "-" : after));
            }
        });
        long rows = restored.values().stream().mapToLong(Long::longValue).sum();
        return new RowComparison(counted.size(), rows, differences, unfinished);
    }

    private static boolean near(long before, long after) {
        boolean emptied = before > 0 && after == 0;
        return !emptied && Math.abs(before - after) <= Math.max(FEW_ROWS, before / PARTS);
    }

    public boolean equal() {
        return differences.isEmpty();
    }
}

package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.policy.Finding.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether tables lost what a store does not throw away. A purge takes most rows of the tables in which a shop records
 * what happened, and leaves the last months there, and all of its products and customers; it empties nothing. Tables for
 * the moment (logs, sessions, queues) may be emptied at any time.
 */
final class RowLoss {
    /** Fewer rows are left than one in so many: such a table is as good as empty. */
    private static final long EMPTY_BELOW = 200;
    private static final int TABLES_TOLD = 3;
    /** So few rows tell nothing of how the database as a whole fares. */
    private static final long SOME_ROWS = 100;

    private final Map<String, Long> now;
    private final TableHistory before;
    private final List<String> tables;

    private RowLoss(Map<String, Long> now, TableHistory before) {
        this.now = now;
        this.before = before;
        this.tables = before.tables(now.keySet()).stream().filter(table -> !FleetingTables.byName(table))
                .filter(table -> !before.hasBeenEmptied(table, EMPTY_BELOW)).toList();
    }

    static Optional<Finding> of(DumpMeasure dump, List<DumpMeasure> good, boolean everyTable) {
        TableHistory before = new TableHistory(good);
        if (dump.rowCounts().isEmpty() || before.unknown()) {
            return Optional.empty();
        }
        RowLoss loss = new RowLoss(dump.rowCounts(), before);
        return loss.emptied(everyTable).or(loss::lost);
    }

    private Optional<Finding> emptied(boolean everyTable) {
        List<String> gone = new ArrayList<>(tables.stream().filter(before::substantial)
                .filter(table -> now.containsKey(table) && rows(table) * EMPTY_BELOW < before.rows(table)).toList());
        if (everyTable) {
            gone.addAll(missing());
        }
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        List<TableChange> told = gone.stream().limit(TABLES_TOLD)
                .map(table -> new TableChange(table, before.rows(table), Optional.ofNullable(now.get(table)))).toList();
        return Optional.of(Finding.of(Reason.EMPTIED, gone.size(), new TableChange.Several(gone.size(), told)));
    }

    private long rows(String table) {
        return now.getOrDefault(table, 0L);
    }

    /** Tables that are not there any more, except those of which a new one, and of these the smallest, has the rows. */
    private List<String> missing() {
        List<Long> heirs = new ArrayList<>(now.entrySet().stream().filter(table -> !before.knows(table.getKey()))
                .map(table -> table.getValue()).toList());
        List<String> missing = new ArrayList<>();
        for (String table : tables) {
            if (!now.containsKey(table) && before.substantial(table)) {
                Optional<Long> heir = heirs.stream().filter(rows -> rows * 2 >= before.rows(table))
                        .min(Comparator.naturalOrder());
                heir.ifPresentOrElse(heirs::remove, () -> missing.add(table));
            }
        }
        return missing;
    }

    /** A purge leaves some tables alone; where hardly one was left alone, it was none. */
    private Optional<Finding> lost() {
        List<String> counted = tables.stream().filter(now::containsKey)
                .filter(table -> before.rows(table) >= SOME_ROWS).toList();
        List<String> lost = counted.stream().filter(table -> rows(table) * 2 < before.rows(table)).toList();
        long ofAll = tables.stream().filter(table -> before.rows(table) >= SOME_ROWS).count();
        if (counted.isEmpty() || counted.size() * 2L < ofAll || lost.size() * 5L <= counted.size() * 4L) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(Reason.ROWS_LOST, lost.size(), counted.size(),
                counted.stream().mapToLong(before::rows).sum(),
                counted.stream().mapToLong(this::rows).sum()));
    }
}

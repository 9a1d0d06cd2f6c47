package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under columns. */
record Relation(List<Column> columns, List<List<@Nullable Object>> rows) {
    static Relation of(Column... columns) {
        return new Relation(List.of(columns), new ArrayList<>());
    }

    Relation add(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        rows.add(row);
        return this;
    }

    /** Where a column stands; -1 for nowhere. */
    int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    static SqlError unknownColumn(String name) {
        return SqlError.of(207, name);
    }
}

package br.com.dmbackup.testkit.sqlserver.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is at one moment.
 *
 * @param rows each with a value a column: {@link Long}, {@link String} or null
 */
public record Table(String schema, String name, List<TableColumn> columns, List<List<@Nullable Object>> rows) {
    /** A column, of whole numbers (bigint) or of text (nvarchar). */
    public record TableColumn(String name, boolean text) {
        public static TableColumn number(String name) {
            return new TableColumn(name, false);
        }

        public static TableColumn text(String name) {
            return new TableColumn(name, true);
        }
    }

    public static Table of(String name, TableColumn... columns) {
        return new Table("dbo", name, List.of(columns), List.of());
    }

    public Table withRows(List<List<@Nullable Object>> otherRows) {
        return new Table(schema, name, columns, otherRows);
    }

    /** With its schema. */
    public String fullName() {
        return schema + "." + name;
    }
}

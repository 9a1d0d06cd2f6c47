package br.com.dmbackup.engine.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sqlite.SQLiteConnection;

/**
 * Rows per table. Counting walks the leaves of the smallest B-tree of a table, not its overflow pages, so it is cheap.
 * SQLite's own tables, virtual tables and the shadow tables behind them are left out.
 */
final class TableCounts {
    private static final String TABLES = """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_'
            """;

    private TableCounts() {}

    static SortedMap<String, Long> of(SQLiteConnection connection) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String table : tables(connection)) {
            String quoted = '"' + table.replace("\"", "\"\"") + '"';
            counts.put(table, SqliteFile.number(connection, "SELECT count(*) FROM " + quoted));
        }
        return counts;
    }

    private static List<String> tables(SQLiteConnection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}

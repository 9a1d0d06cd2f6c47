package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of the user's tables, from what the server keeps of each partition; as a dump counts them. */
final class RowCounts {
    private static final String ROWS = """
            SELECT s.name, t.name, SUM(p.rows)
            FROM sys.tables t
            JOIN sys.schemas s ON s.schema_id = t.schema_id
            JOIN sys.partitions p ON p.object_id = t.object_id
            WHERE t.is_ms_shipped = 0 AND p.index_id IN (0, 1)
            GROUP BY s.name, t.name
            """;

    private RowCounts() {}

    /** Of the database that the session is in. */
    static SortedMap<String, Long> of(Connection connection) throws SQLException {
        List<Map.Entry<String, Long>> tables = Sql.rows(connection,
                row -> Map.entry(row.getString(1) + "." + row.getString(2), row.getLong(3)), ROWS);
        SortedMap<String, Long> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(table.getKey(), table.getValue()));
        return rows;
    }
}

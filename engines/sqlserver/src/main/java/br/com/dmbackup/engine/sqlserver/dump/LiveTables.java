package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows of the user's tables, from what the server keeps of each partition. It costs nothing and needs no more than the
 * right to see the tables: whoever may not see them counts none.
 *
 * <p>A backup is of the moment at which it ends to read, and none of ours is exactly that one. So each table is looked
 * at before and after, and only one that nobody wrote to in between has a count. Even so it may hold rows of a
 * transaction that was open all the while, and whose rows a restored database undoes.
 */
final class LiveTables {
    /** {@code sys.partitions} asks for no right on the server's state, other than {@code sys.dm_db_partition_stats}. */
    private static final String LOOK = """
            SELECT s.name, t.name, SUM(p.rows), MAX(i.rowmodctr)
            FROM sys.tables t
            JOIN sys.schemas s ON s.schema_id = t.schema_id
            JOIN sys.partitions p ON p.object_id = t.object_id
            JOIN sys.sysindexes i ON i.id = p.object_id AND i.indid = p.index_id
            WHERE t.is_ms_shipped = 0 AND p.index_id IN (0, 1)
            GROUP BY s.name, t.name
            """;

    /** Those of which nothing is known. */
    static final LiveTables UNSEEN = new LiveTables(Map.of());

    private final Map<String, Sight> tables;

    private LiveTables(Map<String, Sight> tables) {
        this.tables = tables;
    }

    /** @param changes a number that rises with each row written, and falls when statistics are renewed */
    private record Sight(long rows, long changes) {}

    private record Named(String name, Sight sight) {}

    /** Those of the database that the session is in. */
    static LiveTables of(Connection connection) throws SQLException {
        Map<String, Sight> tables = new HashMap<>();
        Sql.rows(connection, row -> new Named(row.getString(1) + "." + row.getString(2),
                new Sight(row.getLong(3), row.getLong(4))), LOOK)
                .forEach(found -> tables.put(found.name(), found.sight()));
        return new LiveTables(tables);
    }

    /** The rows of all that were the same at a later look. */
    SortedMap<String, Long> unchangedUntil(LiveTables later) {
        SortedMap<String, Long> counts = new TreeMap<>();
        tables.forEach((name, sight) -> {
            if (sight.equals(later.tables.get(name))) {
                counts.put(name, sight.rows());
            }
        });
        return counts;
    }
}

package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tables whose rows a dump holds: neither the system's, nor temporary ones, nor those that an extension brings. Of a
 * partitioned table its partitions.
 */
final class UserTables {
    private static final String FROM = """
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN (%s) AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype = 'e' AND d.objid = c.oid
                              AND d.classid = 'pg_class'::regclass)
            """;
    private static final String TABLES = "SELECT n.nspname, c.relname " + FROM.formatted("'r'") + "ORDER BY 1, 2";
    private static final String LOCKED_BY_DUMPS = "SELECT n.nspname, c.relname " + FROM.formatted("'r', 'p'")
            + "ORDER BY 1, 2";
    private static final String UNREADABLE = """
            SELECT CASE WHEN has_schema_privilege(n.oid, 'USAGE') THEN n.nspname || '.' || c.relname
                        ELSE n.nspname END,
                   CASE WHEN NOT has_schema_privilege(n.oid, 'USAGE')
                        THEN format('GRANT USAGE ON SCHEMA %I TO %I;', n.nspname, current_user) || ' '
                        ELSE '' END
                   || format(CASE c.relkind WHEN 'S' THEN 'GRANT SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I;'
                             ELSE 'GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I;' END, n.nspname, current_user)
            """ + FROM.formatted("'r', 'p', 'S'") + """
              AND NOT (has_schema_privilege(n.oid, 'USAGE')
                       AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(c.oid, 'SELECT')
                           ELSE has_table_privilege(c.oid, 'SELECT') END)
            ORDER BY 1 LIMIT 1
            """;

    /** A table by its two names. */
    private record Name(String schema, String table) {
        String quoted() {
            return Sql.quoted(schema) + "." + Sql.quoted(table);
        }
    }

    private UserTables() {}

    /** Rows of each table as {@code schema.table}, in the transaction that stands. */
    static SortedMap<String, Long> count(Connection connection) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Name name : names(connection, TABLES)) {
            counts.put(name.schema() + "." + name.table(),
                    Sql.number(connection, "SELECT count(*) FROM ONLY " + name.quoted()));
        }
        return counts;
    }

    /** Holds every table so that nobody can rebuild or drop it; {@code 55P03} when somebody is at it. */
    static void lock(Connection connection) throws SQLException {
        String all = names(connection, LOCKED_BY_DUMPS).stream().map(name -> "ONLY " + name.quoted())
                .collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            Sql.execute(connection, "SET LOCAL lock_timeout = '" + PostgresFaults.LOCK_SECONDS + "s'");
            Sql.execute(connection, "LOCK TABLE " + all + " IN ACCESS SHARE MODE");
        }
    }

    /**
     * Sees that a dump would be allowed to read everything.
     *
     * @throws BackupFault {@code PERMISSION_MISSING}, with the statement that would allow it
     */
    static void requireReadable(Connection connection, String user) throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery(UNREADABLE)) {
            if (rows.next()) {
                throw BackupFault.of(FaultCode.PERMISSION_MISSING, user, rows.getString(1), rows.getString(2))
                        .withForeignCode("42501");
            }
        }
    }

    private static List<Name> names(Connection connection, String query) throws SQLException {
        List<Name> names = new ArrayList<>();
        try (Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                names.add(new Name(rows.getString(1), rows.getString(2)));
            }
        }
        return names;
    }
}

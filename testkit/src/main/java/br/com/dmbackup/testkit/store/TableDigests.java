package br.com.dmbackup.testkit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts and digests the rows of each table. */
final class TableDigests {
    private TableDigests() {}

    static SortedMap<String, TableDigest> of(Connection connection) throws SQLException {
        SortedMap<String, TableDigest> digests = new TreeMap<>();
        for (String table : tables(connection)) {
            digests.put(table, digest(connection, table));
        }
        return digests;
    }

    static SortedMap<String, Long> rowCounts(Connection connection) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String table : tables(connection)) {
            counts.put(table, PharmacyStore.number(connection, "SELECT count(*) FROM \"" + table + "\""));
        }
        return counts;
    }

    static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static TableDigest digest(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\" ORDER BY rowid")) {
            return TableDigest.of(rows);
        }
    }
}

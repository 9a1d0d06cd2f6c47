package br.com.dmbackup.testkit.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
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

    private static List<String> tables(Connection connection) throws SQLException {
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
        MessageDigest sha = sha256();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\" ORDER BY rowid")) {
            int columns = rows.getMetaData().getColumnCount();
            for (; rows.next(); count++) {
                for (int column = 1; column <= columns; column++) {
                    sha.update(String.valueOf(rows.getString(column)).getBytes(StandardCharsets.UTF_8));
                    sha.update((byte) 0);
                }
            }
        }
        return new TableDigest(count, HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package br.com.dmbackup.engine.sqlserver.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short ways to ask. Each hears its answer to the end, for an error may stand behind the last row. */
public final class Sql {
    /** Longest name of a database, in UTF-16 units. */
    public static final int NAME_LENGTH = 128;

    private Sql() {}

    /** A row as the question wants it. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A name where the grammar wants an identifier. */
    public static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    /** A text where the grammar takes no parameter. */
    public static String literal(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }

    /** A statement without rows. */
    public static void execute(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            drain(sql, sql.execute(statement));
        }
    }

    /** All rows of a question. */
    public static <T> List<T> rows(Connection connection, Reading<T> reading, String query, String... arguments)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                sql.setNString(i + 1, arguments[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            drain(sql, sql.getMoreResults());
            return found;
        }
    }

    /** The first row of a question. */
    public static <T> Optional<T> row(Connection connection, Reading<T> reading, String query, String... arguments)
            throws SQLException {
        return rows(connection, reading, query, arguments).stream().findFirst();
    }

    /** The first column of the first row, where it is not null. */
    public static Optional<String> text(Connection connection, String query, String... arguments) throws SQLException {
        return rows(connection, row -> Optional.ofNullable(row.getString(1)), query, arguments).stream().findFirst()
                .flatMap(value -> value);
    }

    /**
     * Asks what is good to know, but not worth waiting for: who changes a table, or cleans up the history, may hold what
     * is asked for as long as he likes. Afterwards the session waits for locks again.
     */
    public static <T> T withoutWaiting(Connection connection, Session.Work<T> question) throws SQLException {
        execute(connection, "SET LOCK_TIMEOUT 3000");
        try {
            return question.on(connection);
        } finally {
            execute(connection, "SET LOCK_TIMEOUT -1");
        }
    }

    private static void drain(Statement sql, boolean rowsFirst) throws SQLException {
        boolean rows = rowsFirst;
        while (rows || sql.getUpdateCount() != -1) {
            rows = sql.getMoreResults();
        }
    }
}

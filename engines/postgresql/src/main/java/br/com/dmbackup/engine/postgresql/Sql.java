package br.com.dmbackup.engine.postgresql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short ways to ask. */
final class Sql {
    /** Longest name, in bytes of UTF-8. */
    static final int NAME_BYTES = 63;

    private Sql() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    static List<String> texts(Connection connection, String query, String... arguments) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                sql.setString(i + 1, arguments[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    Optional.ofNullable(rows.getString(1)).ifPresent(texts::add);
                }
            }
            return texts;
        }
    }

    static Optional<String> text(Connection connection, String query, String... arguments) throws SQLException {
        return texts(connection, query, arguments).stream().findFirst();
    }

    static long number(Connection connection, String query, String... arguments) throws SQLException {
        return text(connection, query, arguments).map(Long::parseLong).orElse(0L);
    }

    static boolean databaseExists(Connection connection, String name) throws SQLException {
        return text(connection, "SELECT datname FROM pg_database WHERE datname = ?", name).isPresent();
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}

package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * The one connection to the catalog's file. Whatever fails is {@code CATALOG_UNUSABLE}.
 *
 * <p>The driver is called by its name: asking {@code DriverManager} would load the drivers of all engines into a process
 * that waits for most of its life.
 */
final class CatalogConnection implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private CatalogConnection(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Makes a record of one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    static Connection connect(String url) throws SQLException {
        return JDBC.createConnection(url, new Properties());
    }

    static CatalogConnection open(Path file, String url) {
        try {
            return new CatalogConnection(file, connect(url));
        } catch (SQLException e) {
            throw CatalogFaults.unusable(file, e);
        }
    }

    /**
     * The rows of a query.
     *
     * @param values for its question marks: texts, numbers, ids, moments, enums, flags, or an {@code Optional} of such
     */
    <T> List<T> rows(String sql, RowReader<T> reader, Object... values) {
        return prepared(sql, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(reader.read(found));
                }
            }
            return rows;
        }, values);
    }

    /** Changes rows. */
    void change(String sql, Object... values) {
        prepared(sql, PreparedStatement::executeUpdate, values);
    }

    /** Adds a row that the catalog numbers, and tells its number. */
    long add(String sql, Object... values) {
        return prepared(sql, statement -> {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }, values);
    }

    /** Several changes as one: all or none. */
    void together(Runnable changes) {
        try {
            if (!connection.getAutoCommit()) {
                changes.run();
                return;
            }
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                changes.run();
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw CatalogFaults.unusable(file, e);
        }
    }

    private <T> T prepared(String sql, Work<T> work, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, stored(values[i]));
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw CatalogFaults.unusable(file, e);
        }
    }

    /** As the catalog's columns hold it: moments are milliseconds since 1970, flags 0 or 1. */
    private static @Nullable Object stored(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isPresent() ? stored(optional.get()) : null;
            case Instant moment -> moment.toEpochMilli();
            case BackupId id -> id.toString();
            case Enum<?> word -> word.name();
            case Boolean flag -> flag ? 1 : 0;
            default -> value;
        };
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw CatalogFaults.unusable(file, e);
        }
    }
}

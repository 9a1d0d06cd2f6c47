package br.com.dmbackup.engine.sqlite;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;

/** Opens a database file in the ways this engine needs. Nothing is ever created by opening. */
final class SqliteFile {
    /** Short, because a busy till leaves only short gaps between its commits. */
    private static final Duration NAP = Duration.ofMillis(2);

    private SqliteFile() {}

    /** A live database: with locks, journals and all; a lock of others is waited for, an interrupt ends the wait. */
    static SQLiteConnection openLive(Path file, Duration lockWait) throws SQLException {
        SQLiteConnection connection = open(file, "mode=rw");
        long naps = lockWait.dividedBy(NAP) + 1;
        BusyHandler.setHandler(connection, new BusyHandler() {
            @Override
            protected int callback(int waitedBefore) {
                if (waitedBefore >= naps || Thread.currentThread().isInterrupted()) {
                    return 0;
                }
                LockSupport.parkNanos(NAP.toNanos());
                return 1;
            }
        });
        return connection;
    }

    /** A file of our own that nobody changes: no locks, no journals, no side files. */
    static SQLiteConnection openFinished(Path file) throws SQLException {
        return open(file, "mode=ro&immutable=1");
    }

    /** Begins a transaction and reads, so that the moment of the database is fixed from here on. */
    static void beginReading(SQLiteConnection connection) throws SQLException {
        execute(connection, "BEGIN");
        firstRead(connection);
    }

    /** The first read is where a lock, a missing right or a foreign file shows. */
    static void firstRead(SQLiteConnection connection) throws SQLException {
        number(connection, "SELECT count(*) FROM sqlite_schema");
    }

    static void execute(SQLiteConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(SQLiteConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static String text(SQLiteConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static String version(SQLiteConnection connection) throws SQLException {
        DB database = connection.getDatabase();
        return database.libversion();
    }

    private static SQLiteConnection open(Path file, String parameters) throws SQLException {
        String name = uri(file) + "?" + parameters;
        return new JDBC4Connection("jdbc:sqlite:" + name, name, new Properties());
    }

    /** SQLite takes no host in a file URI; a UNC path goes into the path part instead. */
    private static String uri(Path file) {
        URI uri = file.toAbsolutePath().toUri();
        return "file://" + (uri.getRawAuthority() == null ? "" : "//" + uri.getRawAuthority()) + uri.getRawPath();
    }
}

package br.com.dmbackup.engine.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * One moment of the database, held by a transaction and lent to {@code pg_dump}, so that rows are counted as the dump
 * has them. Counting waits until the dump has begun to flow: by then {@code pg_dump} holds every table.
 */
final class Snapshot implements AutoCloseable {
    private final Session session;
    private final String id;
    private @Nullable FutureTask<SortedMap<String, Long>> counting;

    private Snapshot(Session session, String id) {
        this.session = session;
        this.id = id;
    }

    static Snapshot take(PostgresServer server, String database) throws SQLException {
        Session session = Session.open(server, database);
        try {
            return new Snapshot(session, session.run(Snapshot::begin));
        } catch (SQLException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    private static String begin(Connection connection) throws SQLException {
        Sql.execute(connection, "SET idle_in_transaction_session_timeout = 0");
        Sql.execute(connection, "SET statement_timeout = 0");
        Sql.execute(connection, "SET row_security = off");
        Sql.execute(connection, "SET max_parallel_workers_per_gather = 0");
        connection.setAutoCommit(false);
        Sql.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return Sql.text(connection, "SELECT pg_export_snapshot()").orElseThrow();
    }

    /** PostgreSQL's own name for it. */
    String id() {
        return id;
    }

    void startCounting() {
        if (counting == null) {
            counting = session.start(Snapshot::count);
        }
    }

    /** A table that somebody is about to rebuild cannot be counted in this moment; then none is. */
    private static SortedMap<String, Long> count(Connection connection) throws SQLException {
        try {
            UserTables.lock(connection);
        } catch (SQLException locked) {
            if ("55P03".equals(locked.getSQLState())) {
                return new TreeMap<>();
            }
            throw locked;
        }
        return UserTables.count(connection);
    }

    SortedMap<String, Long> rowCounts() throws SQLException {
        startCounting();
        FutureTask<SortedMap<String, Long>> task = Optional.ofNullable(counting).orElseThrow();
        return session.await(task);
    }

    @Override
    public void close() {
        if (counting == null || counting.isDone()) {
            session.close();
        } else {
            session.stop(counting);
        }
    }
}

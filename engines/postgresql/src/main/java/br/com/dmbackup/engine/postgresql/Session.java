package br.com.dmbackup.engine.postgresql;

import static java.util.Objects.requireNonNull;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * One connection to the server. The driver knows nothing of interrupts, so each piece of work goes to a thread of its
 * own; a caller who is interrupted has the server cancel it and closes the connection.
 */
final class Session implements AutoCloseable {
    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final String CONNECT_SECONDS = "10";
    private static final String CANCEL_SECONDS = "2";
    private static final Duration STOPPING = Duration.ofSeconds(1);

    private final PostgresServer server;
    private final Connection connection;

    private Session(PostgresServer server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    static Session open(PostgresServer server, String database) throws SQLException {
        FutureTask<Connection> opening = started(() -> connect(server, database));
        try {
            return new Session(server, result(opening));
        } catch (InterruptedException interrupted) {
            closeWhenOpened(opening);
            throw cancelled(server, interrupted);
        }
    }

    /** Opens a session for one piece of work. */
    static <T> T once(PostgresServer server, String database, Work<T> work) throws SQLException {
        try (Session session = open(server, database)) {
            return session.run(work);
        }
    }

    /** Works, and ends with {@code CANCELLED} when interrupted. */
    <T> T run(Work<T> work) throws SQLException {
        FutureTask<T> task = start(work);
        try {
            return result(task);
        } catch (InterruptedException interrupted) {
            stop(task);
            throw cancelled(server, interrupted);
        }
    }

    /** Begins a piece of work that somebody will wait for later. */
    <T> FutureTask<T> start(Work<T> work) {
        return started(() -> work.on(connection));
    }

    /** Waits for it. */
    <T> T await(FutureTask<T> task) throws SQLException {
        try {
            return result(task);
        } catch (InterruptedException interrupted) {
            stop(task);
            throw cancelled(server, interrupted);
        }
    }

    /** Has the server cancel what this session does, and closes it. */
    void stop(FutureTask<?> task) {
        boolean interrupted = Thread.interrupted();
        try {
            if (!task.isDone()) {
                connection.unwrap(PGConnection.class).cancelQuery();
                task.get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (SQLException | ExecutionException | TimeoutException stopped) {
            // It has failed, which is what was wanted, or the connection is gone anyway after the next line.
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            abort();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // A connection that cannot be closed is closed already.
            return;
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            close();
        }
    }

    private static Connection connect(PostgresServer server, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("PGHOST", server.host());
        properties.setProperty("PGPORT", String.valueOf(server.port()));
        properties.setProperty("PGDBNAME", database);
        properties.setProperty("user", server.user());
        server.password().ifPresent(secret -> properties.setProperty("password", new String(secret.value())));
        properties.setProperty("sslmode", server.sslmode());
        server.sslrootcert().ifPresent(file -> properties.setProperty("sslrootcert", file.toString()));
        properties.setProperty("ApplicationName", PostgresEngine.APPLICATION);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("cancelSignalTimeout", CANCEL_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        // Not DriverManager, which would load the drivers of all engines.
        return requireNonNull(new Driver().connect("jdbc:postgresql://", properties));
    }

    private static void closeWhenOpened(FutureTask<Connection> opening) {
        Thread.ofVirtual().start(() -> {
            try {
                result(opening).close();
            } catch (SQLException | InterruptedException neverOpened) {
                return;
            }
        });
    }

    private static <T> FutureTask<T> started(java.util.concurrent.Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("postgresql session").start(task);
        return task;
    }

    private static <T> T result(FutureTask<T> task) throws SQLException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case SQLException sql -> throw sql;
                case RuntimeException own -> throw own;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    private static BackupFault cancelled(PostgresServer server, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return BackupFault.of(FaultCode.CANCELLED, server.name()).causedBy(interrupted);
    }
}

package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sqlite.SQLiteConnection;

/**
 * Runs long statements so that an interrupt of the calling thread ends them. SQLite itself knows nothing of Java's
 * interrupts: the work goes to a thread of its own, and the caller, when interrupted, tells SQLite to stop.
 */
final class Interruptibly {
    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(SQLiteConnection connection) throws SQLException;
    }

    private Interruptibly() {}

    /** Opens a finished file, works on it and closes it. */
    static <T> T onFinished(Path file, Work<T> work) throws SQLException {
        try (SQLiteConnection connection = SqliteFile.openFinished(file)) {
            FutureTask<T> task = new FutureTask<>(() -> work.on(connection));
            Thread worker = Thread.ofPlatform().name("sqlite-check").daemon().start(task);
            try {
                return task.get();
            } catch (InterruptedException interrupted) {
                stop(connection, worker);
                throw BackupFault.of(FaultCode.CANCELLED, file).causedBy(interrupted);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof SQLException sql) {
                    throw sql;
                }
                if (failed.getCause() instanceof BackupFault fault) {
                    throw fault;
                }
                throw new IllegalStateException(failed);
            }
        }
    }

    /** The connection must not be closed under the worker; asked again in case no statement ran the first time. */
    private static void stop(SQLiteConnection connection, Thread worker) throws SQLException {
        boolean again = true;
        while (again) {
            connection.getDatabase().interrupt();
            try {
                again = !worker.join(Duration.ofMillis(50));
            } catch (InterruptedException whileStopping) {
                again = true;
            }
        }
        Thread.currentThread().interrupt();
    }
}

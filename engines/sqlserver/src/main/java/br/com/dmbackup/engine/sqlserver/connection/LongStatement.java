package br.com.dmbackup.engine.sqlserver.connection;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One BACKUP, RESTORE or DBCC: heard while it runs, drained to its last result, and watched. Whoever waits for it may be
 * interrupted; then the server cancels it within seconds.
 */
public final class LongStatement {
    /** "11 percent processed." */
    private static final int PERCENT = 3211;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** How long a person who cancels is kept waiting. */
    private static final Duration QUICKLY = Duration.ofSeconds(3);

    private final Session session;
    private final Patience patience;
    private final IntConsumer percent;
    private final List<ServerMessage> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Statement> running = new AtomicReference<>();
    private volatile long lastWord;

    /** @param percent told how far it is, 0 to 100 */
    public LongStatement(Session session, Patience patience, IntConsumer percent) {
        this.session = session;
        this.patience = patience;
        this.percent = percent;
    }

    /**
     * Carries it out.
     *
     * @param arguments texts in the place of each question mark
     * @throws SQLException the first error, with the others behind it; also one that came behind a result
     * @throws BackupFault {@code CANCELLED}; {@code SERVER_SILENT} when patience is at its end
     */
    public Heard run(String sql, String... arguments) throws SQLException {
        SQLServerConnection connection = session.connection();
        lastWord = System.nanoTime();
        connection.setServerMessageHandler(this::hear);
        FutureTask<Heard> task = Session.started(() -> execute(connection, sql, arguments));
        try {
            return await(task, sql);
        } catch (InterruptedException interrupted) {
            stop(task, QUICKLY);
            throw session.cancelled(interrupted);
        } finally {
            connection.setServerMessageHandler(null);
        }
    }

    private Heard execute(SQLServerConnection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setNString(i + 1, arguments[i]);
            }
            running.set(statement);
            boolean rows = statement.execute();
            while (rows || statement.getUpdateCount() != -1) {
                lastWord = System.nanoTime();
                rows = statement.getMoreResults();
            }
            return new Heard(List.copyOf(heard));
        } finally {
            running.set(null);
        }
    }

    /** On the thread that reads from the server: must not be slow and must not throw. */
    private ISQLServerMessage hear(ISQLServerMessage said) {
        lastWord = System.nanoTime();
        String text = String.valueOf(said.getErrorMessage());
        heard.add(new ServerMessage(said.getErrorNumber(), said.getErrorSeverity(), said.getErrorState(), text));
        Matcher number = NUMBER.matcher(text);
        if (said.getErrorNumber() == PERCENT && number.find()) {
            percent.accept(Math.clamp(Long.parseLong(number.group()), 0, 100));
        }
        return said;
    }

    private Heard await(FutureTask<Heard> task, String sql) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                return task.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException failed) {
                throw Session.thrown(failed);
            } catch (TimeoutException notYet) {
                long now = System.nanoTime();
                if (now - lastWord > patience.silence().toNanos() || now - start > patience.total().toNanos()) {
                    stop(task, patience.stopping());
                    throw silent(now - start, sql);
                }
            }
        }
    }

    private BackupFault silent(long nanos, String sql) {
        String verb = sql.strip().split("\\s+", 2)[0];
        return BackupFault.of(FaultCode.SERVER_SILENT, session.server().name(), verb,
                Duration.ofNanos(nanos).toSeconds());
    }

    /** Asks the server to stop, and cuts the connection when it does not. */
    private void stop(FutureTask<Heard> task, Duration atMost) {
        Thread.ofPlatform().daemon().name("sqlserver cancel").start(this::cancel);
        try {
            task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException stopped) {
            return;
        } catch (TimeoutException deaf) {
            session.abort();
        } catch (InterruptedException again) {
            session.abort();
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        Statement statement = running.get();
        try {
            if (statement != null) {
                statement.cancel();
            }
        } catch (SQLException gone) {
            // What cannot be cancelled is cut off after a while.
            return;
        }
    }
}

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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One BACKUP, RESTORE or DBCC: heard while it runs, drained to its last result, and watched. Whoever waits for it may be
 * interrupted; then the server cancels it within seconds.
 */
public final class LongStatement {
    /** "11 percent processed." */
    private static final int PERCENT = 3211;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** How long a person who cancels is kept waiting. */
    private static final Duration QUICKLY = Duration.ofSeconds(3);
    /** A cancel that comes too early is overheard. */
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final Session session;
    private final Patience patience;
    private final IntConsumer percent;
    private final LongSupplier nanos;
    private final KeptMessages heard = new KeptMessages();
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
    private final AtomicInteger farthest = new AtomicInteger();
    private volatile boolean unwanted;
    private volatile long lastWord;
    private int told = -1;

    /** @param percent told how far it is, 0 to 100 and never falling, on the thread that waits */
    public LongStatement(Session session, Patience patience, IntConsumer percent) {
        this(session, patience, percent, System::nanoTime);
    }

    /** @param nanos a clock that nobody can set */
    LongStatement(Session session, Patience patience, IntConsumer percent, LongSupplier nanos) {
        this.session = session;
        this.patience = patience;
        this.percent = percent;
        this.nanos = nanos;
    }

    /**
     * Carries it out. Once.
     *
     * @param arguments texts in the place of each question mark
     * @throws SQLException the first error, with the others behind it; also one that came behind a result
     * @throws BackupFault {@code CANCELLED}, also when it ended well meanwhile; {@code SERVER_SILENT} when patience is
     *         at its end
     */
    public Heard run(String sql, String... arguments) throws SQLException {
        SQLServerConnection connection = session.connection();
        long start = nanos.getAsLong();
        lastWord = start;
        // The watch comes first; this is for a connection of which only one end is left.
        session.waitAtMost(patience.silence().plus(patience.stopping()).plus(QUICKLY));
        connection.setServerMessageHandler(this::hear);
        FutureTask<Heard> task = session.start(() -> execute(connection, sql, arguments));
        try {
            Heard all = await(task, start, sql);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return all;
        } catch (InterruptedException interrupted) {
            stop(task, QUICKLY);
            throw session.cancelled(interrupted);
        } catch (RuntimeException | Error ofWhoeverListens) {
            if (!task.isDone()) {
                stop(task, QUICKLY);
            }
            throw ofWhoeverListens;
        } finally {
            connection.setServerMessageHandler(said -> said);
            session.waitForAnswers();
        }
    }

    /** What the server said so far, also where it failed. */
    public Heard heard() {
        return heard.all();
    }

    private Heard execute(SQLServerConnection connection, String sql, String... arguments) throws SQLException {
        if (!connection.getAutoCommit()) {
            // Neither BACKUP nor RESTORE runs within a transaction, not even one that is still empty.
            connection.setAutoCommit(true);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setNString(i + 1, arguments[i]);
            }
            running.set(statement);
            if (unwanted) {
                throw new SQLException("not begun");
            }
            boolean rows = statement.execute();
            while (rows || statement.getUpdateCount() != -1) {
                lastWord = nanos.getAsLong();
                rows = statement.getMoreResults();
            }
            return heard();
        } finally {
            running.set(null);
        }
    }

    /** On the thread that reads from the server: must not be slow and must not throw. */
    private ISQLServerMessage hear(ISQLServerMessage said) {
        lastWord = nanos.getAsLong();
        String text = String.valueOf(said.getErrorMessage());
        heard.add(new ServerMessage(said.getErrorNumber(), said.getErrorSeverity(), said.getErrorState(), text));
        Matcher number = NUMBER.matcher(text);
        if (said.getErrorNumber() == PERCENT && number.find()) {
            farthest.accumulateAndGet(Integer.parseInt(number.group()), Math::max);
        }
        return said;
    }

    private Heard await(FutureTask<Heard> task, long start, String sql) throws SQLException, InterruptedException {
        while (true) {
            try {
                Heard all = task.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                tell();
                return all;
            } catch (ExecutionException failed) {
                throw Session.thrown(failed);
            } catch (TimeoutException notYet) {
                tell();
                long now = nanos.getAsLong();
                if (now - lastWord > patience.silence().toNanos() || now - start > patience.total().toNanos()) {
                    return stop(task, patience.stopping()).orElseThrow(() -> silent(now - start, sql));
                }
            }
        }
    }

    private void tell() {
        int now = Math.min(farthest.get(), 100);
        if (now > told) {
            told = now;
            percent.accept(now);
        }
    }

    private BackupFault silent(long since, String sql) {
        return BackupFault.of(FaultCode.SERVER_SILENT, session.server().name(), verb(sql),
                Duration.ofNanos(since).toSeconds());
    }

    /** As people call it: {@code BACKUP DATABASE}, {@code RESTORE VERIFYONLY}. */
    private static String verb(String sql) {
        String[] words = sql.strip().split("[\\s(]+", 3);
        return words.length > 1 ? words[0] + " " + words[1] : words[0];
    }

    /**
     * Asks the server to stop, and cuts the connection when it does not.
     *
     * @return what was heard where the statement came to its good end all the same
     */
    private Optional<Heard> stop(FutureTask<Heard> task, Duration atMost) {
        unwanted = true;
        Thread.ofPlatform().daemon().name("sqlserver cancel").start(() -> cancelUntilDone(task));
        try {
            return Optional.of(task.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException stopped) {
            return Optional.empty();
        } catch (TimeoutException deaf) {
            session.abort();
        } catch (InterruptedException again) {
            session.abort();
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void cancelUntilDone(FutureTask<Heard> task) {
        boolean again = true;
        while (again && !task.isDone()) {
            again = cancelled(task);
        }
    }

    /** Whether it may be of use to cancel once more; what cannot be cancelled is cut off after a while. */
    private boolean cancelled(FutureTask<Heard> task) {
        Statement statement = running.get();
        try {
            if (statement != null) {
                statement.cancel();
            }
            task.get(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException notYet) {
            return true;
        } catch (SQLException | ExecutionException | InterruptedException gone) {
            return false;
        }
    }
}

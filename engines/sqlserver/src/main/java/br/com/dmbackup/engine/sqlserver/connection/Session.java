package br.com.dmbackup.engine.sqlserver.connection;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the server. The driver knows nothing of interrupts, so each piece of work goes to a thread of its
 * own; a caller who is interrupted has the server cancel it and cuts the connection.
 *
 * <p>Used by one thread at a time.
 */
public final class Session implements AutoCloseable {
    /** What the server's own lists of sessions and backups show of us. */
    public static final String APPLICATION = "DMBackup";
    /** Where sessions of administration go. */
    public static final String MASTER = "master";

    /** The driver tries a refused login again for as long as it has time. */
    private static final String LOGIN_SECONDS = "10";
    /** What the driver throws it also writes to the console. Held, as a logger that nobody holds forgets its level. */
    private static final Logger DRIVER = Logger.getLogger("com.microsoft.sqlserver.jdbc");
    private static final Duration STOPPING = Duration.ofSeconds(2);

    static {
        DRIVER.setLevel(Level.OFF);
    }

    /** A question that takes longer waits for something that will not come. */
    public static final Duration QUESTION = Duration.ofMinutes(1);

    private final SqlServerAddress server;
    private final SQLServerConnection connection;
    private final String sockets;
    private Duration question = QUESTION;
    private volatile @Nullable FutureTask<?> busy;

    private Session(SqlServerAddress server, SQLServerConnection connection, String sockets) {
        this.server = server;
        this.connection = connection;
        this.sockets = sockets;
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Opens a session in a database. */
    public static Session open(SqlServerAddress server, String database) throws SQLException {
        String sockets = UUID.randomUUID().toString();
        FutureTask<SQLServerConnection> opening = started(() -> connect(server, database, sockets));
        boolean opened = false;
        try {
            Session session = new Session(server, result(opening), sockets);
            session.answersWithin(QUESTION);
            opened = true;
            return session;
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted, server);
        } finally {
            if (!opened) {
                KeptSockets.cut(sockets);
            }
        }
    }

    /** Opens a session for one piece of work. */
    public static <T> T once(SqlServerAddress server, String database, Work<T> work) throws SQLException {
        try (Session session = open(server, database)) {
            return session.run(work);
        }
    }

    /** Works, and ends with {@code CANCELLED} when interrupted; the session is of no use afterwards. */
    public <T> T run(Work<T> work) throws SQLException {
        FutureTask<T> task = start(() -> work.on(connection));
        try {
            return result(task);
        } catch (InterruptedException interrupted) {
            cut(task);
            throw cancelled(interrupted);
        }
    }

    /** Begins work on this connection. */
    <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = started(work);
        busy = task;
        return task;
    }

    /** The connection breaks when the answer to a question takes longer. */
    public void answersWithin(Duration silence) throws SQLException {
        question = silence;
        waitAtMost(silence);
    }

    void waitAtMost(Duration silence) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(Math.min(silence.toMillis(), Integer.MAX_VALUE)));
    }

    /** After something longer. */
    void waitForAnswers() {
        try {
            waitAtMost(question);
        } catch (SQLException gone) {
            // Nothing is waited for on a connection that is gone.
            return;
        }
    }

    /** Where it goes. */
    public SqlServerAddress server() {
        return server;
    }

    SQLServerConnection connection() {
        return connection;
    }

    /** Ends the connection whatever it does. */
    void abort() {
        KeptSockets.cut(sockets);
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            close();
        }
    }

    /** A connection on which somebody still waits cannot say farewell: it is cut. */
    @Override
    public void close() {
        FutureTask<?> task = busy;
        if (task != null && !task.isDone()) {
            KeptSockets.cut(sockets);
        }
        try {
            connection.close();
        } catch (SQLException gone) {
            // A connection that cannot be closed is closed already.
            return;
        } finally {
            KeptSockets.forget(sockets);
        }
    }

    private void cut(FutureTask<?> task) {
        abort();
        try {
            task.get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stopped) {
            // It failed, as was wanted, or hangs in a connection that is gone.
            return;
        }
    }

    BackupFault cancelled(InterruptedException interrupted) {
        return cancelled(interrupted, server);
    }

    private static BackupFault cancelled(InterruptedException interrupted, SqlServerAddress server) {
        Thread.currentThread().interrupt();
        return BackupFault.of(FaultCode.CANCELLED, server.name()).causedBy(interrupted);
    }

    private static SQLServerConnection connect(SqlServerAddress server, String database, String sockets)
            throws SQLException {
        Properties driver = new Properties();
        driver.setProperty("serverName", server.host());
        server.instance().ifPresent(name -> driver.setProperty("instanceName", name));
        server.port().ifPresent(port -> driver.setProperty("portNumber", String.valueOf(port)));
        driver.setProperty("databaseName", database);
        driver.setProperty("applicationName", APPLICATION);
        driver.setProperty("loginTimeout", LOGIN_SECONDS);
        driver.setProperty("connectRetryCount", "0");
        driver.setProperty("socketFactoryClass", KeptSockets.class.getName());
        driver.setProperty("socketFactoryConstructorArg", sockets);
        server.encryption().tell(driver, server.host());
        tell(driver, server.login());
        // Not DriverManager, which would load the drivers of all engines.
        return new SQLServerDriver().connect("jdbc:sqlserver://", driver).unwrap(SQLServerConnection.class);
    }

    private static void tell(Properties driver, SqlServerLogin login) {
        switch (login) {
            case SqlServerLogin.Sql sql -> {
                driver.setProperty("user", sql.user());
                driver.setProperty("password", new String(sql.password().value()));
            }
            case SqlServerLogin.Windows windows -> {
                driver.setProperty("integratedSecurity", "true");
                driver.setProperty("authenticationScheme", "NTLM");
                windows.domain().ifPresent(domain -> driver.setProperty("domain", domain));
                driver.setProperty("user", windows.user());
                driver.setProperty("password", new String(windows.password().value()));
            }
            case SqlServerLogin.Integrated ours -> driver.setProperty("integratedSecurity", "true");
        }
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("sqlserver session").start(task);
        return task;
    }

    private static <T> T result(FutureTask<T> task) throws SQLException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw thrown(failed);
        }
    }

    /** What the work threw, for the caller's own thread. */
    static SQLException thrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case SQLException sql -> sql;
            case RuntimeException own -> throw own;
            case null, default -> throw new IllegalStateException(failed);
        };
    }
}

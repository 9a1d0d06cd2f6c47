package br.com.dmbackup.testkit.sqlserver;

import br.com.dmbackup.testkit.sqlserver.login.Encryption;
import br.com.dmbackup.testkit.sqlserver.session.Session;
import br.com.dmbackup.testkit.sqlserver.session.Surroundings;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.statement.Troubles;
import br.com.dmbackup.testkit.sqlserver.wire.WireHabits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A SQL Server on a free port of the loopback address. What it has is its {@link #instance}; what goes wrong is planned
 * in its {@link #troubles}; how it cuts its bytes and whether it encrypts may be changed at any time and holds for
 * connections made later. A test ends with {@link #refused} being empty.
 */
public final class SqlServerDouble implements AutoCloseable {
    private final Instance instance;
    private final Troubles troubles = new Troubles();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile Encryption encryption = Encryption.LOGIN_ONLY;
    private volatile WireHabits habits = WireHabits.usual();
    private volatile ServerSocket listener;
    private volatile Thread listening;
    private final int port;

    private SqlServerDouble(Instance instance, ServerSocket listener) {
        this.instance = instance;
        this.listener = listener;
        this.port = listener.getLocalPort();
        this.listening = listen(listener);
    }

    public static SqlServerDouble start(Instance instance) {
        return new SqlServerDouble(instance, open(0));
    }

    public Instance instance() {
        return instance;
    }

    public Troubles troubles() {
        return troubles;
    }

    /** Statements that somebody sent and the double does not know, and its own failures. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    public int port() {
        return port;
    }

    /** For the driver, without user and password; more properties may be appended. */
    public String url() {
        return "jdbc:sqlserver://127.0.0.1:" + port + ";";
    }

    public SqlServerDouble encrypt(Encryption other) {
        encryption = other;
        return this;
    }

    public SqlServerDouble cutBytesAs(WireHabits other) {
        habits = other;
        return this;
    }

    /** The service stops: every connection breaks without a word, new ones are refused. */
    public void stop() {
        close(listener);
        // Until nobody waits at the port any more, the system may let one more in.
        awaitEnd(listening);
        connections.forEach(SqlServerDouble::close);
        troubles.close();
    }

    /** The service is there again, on the same port, with what was committed. */
    public void startAgain() {
        listener = open(port);
        listening = listen(listener);
    }

    @Override
    public void close() {
        stop();
    }

    private Thread listen(ServerSocket where) {
        return Thread.ofVirtual().name("sqlserver-double").start(() -> {
            while (!where.isClosed()) {
                try {
                    Socket socket = where.accept();
                    socket.setTcpNoDelay(true);
                    connections.add(socket);
                    Session session = new Session(socket,
                            new Surroundings(instance, troubles, encryption, habits, refused::add));
                    Thread.ofVirtual().name("tds-session").start(() -> {
                        session.run();
                        connections.remove(socket);
                    });
                } catch (IOException e) {
                    close(where);
                }
            }
        });
    }

    private static ServerSocket open(int port) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable some) {
        try {
            some.close();
        } catch (Exception e) {
            // Closed is what it had to become.
        }
    }
}

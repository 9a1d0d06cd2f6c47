package br.com.dmbackup.testkit.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One server, as {@code initdb} and {@code pg_ctl} make it. PostgreSQL refuses root, so root lets another user run it. */
public final class TestServer implements AutoCloseable {
    /** The server's superuser. */
    public static final String SUPERUSER = "postgres";
    /** The superuser's password. */
    public static final String PASSWORD = "só para testes";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;
    private final List<String> asUser;

    private TestServer(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("dmbackup-pg");
        this.port = freePort();
        this.asUser = "root".equals(System.getProperty("user.name")) ? unprivileged() : List.of();
    }

    /** Makes and starts a server of the system's own PostgreSQL; skips the test where there is none. */
    public static TestServer start() {
        return startOf(installed());
    }

    /** The same with other programs. */
    public static TestServer startOf(Path programs) {
        try {
            TestServer server = new TestServer(programs);
            server.initialize();
            server.launch();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The folder of the system's own PostgreSQL programs, of the newest version. */
    public static Path installed() {
        Path found = null;
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                found = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.comparing(Path::toString)).orElse(null);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        if (found == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("PostgreSQL is not installed");
        }
        Assumptions.assumeTrue(found != null, "PostgreSQL is not installed (Debian: postgresql)");
        return java.util.Objects.requireNonNull(found);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** Where the server keeps its files. */
    public Path dataFolder() {
        return folder.resolve("data");
    }

    /** A superuser's session. */
    public Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, PASSWORD);
    }

    public Connection connect(String database, String user, String password) throws SQLException {
        java.util.Properties properties = new java.util.Properties();
        properties.setProperty("PGHOST", host());
        properties.setProperty("PGPORT", String.valueOf(port));
        properties.setProperty("PGDBNAME", database);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection("jdbc:postgresql://", properties);
    }

    /** Runs statements as superuser. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database); Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of a query's rows. */
    public List<String> texts(String database, String query) {
        try (Connection connection = connect(database);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Starts it again after {@link #stop} or {@link #crash}. */
    public void launch() {
        control("start", "-l", folder.resolve("log").toString(), "-o", "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                + " -c synchronous_commit=off -c full_page_writes=off -c max_connections=50");
    }

    /** Ends every session and stops. */
    public void stop() {
        control("stop", "-m", "fast");
    }

    /** Stops as a power cut would. */
    public void crash() {
        control("stop", "-m", "immediate");
    }

    @Override
    public void close() {
        if (Files.exists(dataFolder().resolve("postmaster.pid"))) {
            crash();
        }
        run(List.of("rm", "-rf", folder.toString()));
    }

    private void initialize() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (!asUser.isEmpty()) {
            run(List.of("chown", "-R", asUser.get(1).substring("--reuid=".length()), folder.toString()));
        }
        List<String> command = new ArrayList<>(asUser);
        command.addAll(List.of(programs.resolve("initdb").toString(), "-D", dataFolder().toString(), "-U", SUPERUSER,
                "--auth=scram-sha-256", "--pwfile=" + password, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
                "--no-instructions"));
        run(command);
    }

    private void control(String verb, String... more) {
        List<String> command = new ArrayList<>(asUser);
        command.addAll(List.of(programs.resolve("pg_ctl").toString(), "-D", dataFolder().toString(), "-w", "-s", verb));
        command.addAll(List.of(more));
        run(command);
    }

    private static List<String> unprivileged() {
        String user = succeeds(List.of("id", "-u", "postgres")) ? "postgres" : "nobody";
        return List.of("setpriv", "--reuid=" + user, "--regid=" + (user.equals("nobody") ? "nogroup" : user),
                "--clear-groups");
    }

    private static boolean succeeds(List<String> command) {
        try {
            return exitCode(command) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static void run(List<String> command) {
        try {
            int code = exitCode(command);
            if (code != 0) {
                throw new IllegalStateException(command + ": exit " + code);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int exitCode(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(Paths.get("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

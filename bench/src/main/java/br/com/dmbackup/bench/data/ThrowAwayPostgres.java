package br.com.dmbackup.bench.data;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of our own in one folder, on loopback, that forgets safety for speed. */
public final class ThrowAwayPostgres implements AutoCloseable {
    static final String DATABASE = "mcdados";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "bench";
    /** Whom Debian's package made, for a root who may not start the server. */
    private static final String SYSTEM_USER = "postgres";
    private static final String SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off "
            + "-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=8GB -c min_wal_size=32MB "
            + "-c wal_recycle=off -c autovacuum=off "
            + "-c shared_buffers=512MB -c maintenance_work_mem=256MB -c jit=off -c unix_socket_directories= "
            + "-c listen_addresses=127.0.0.1 -c port=";

    private final Path programs;
    private final Path folder;
    private final int port;

    private ThrowAwayPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The newest server's programs on this machine. */
    public static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max((one, two) -> Integer.compare(major(one), major(two)));
        }
    }

    private static int major(Path bin) {
        return Integer.parseInt(DEBIAN.relativize(bin).getName(0).toString().replaceAll("\\D.*", ""));
    }

    /** Starts a server with an empty database; the folder must be empty or absent. */
    public static ThrowAwayPostgres start(Path programs, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        if (isRoot()) {
            run(List.of("chown", SYSTEM_USER, folder.toString()));
        }
        Path data = folder.resolve("data");
        run(unprivileged(programs.resolve("initdb"), "-D", data, "-U", USER, "--auth=trust", "-k", "-N", "-E", "UTF8",
                "--locale=C.UTF-8"));
        var server = new ThrowAwayPostgres(programs, folder, freePort());
        run(unprivileged(programs.resolve("pg_ctl"), "-D", data, "-w", "-s", "-l", folder.resolve("log"), "-o",
                SPEED + server.port, "start"));
        try (Connection connection = server.connect("postgres"); var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        return server;
    }

    /** A superuser's connection to the store's database. */
    public Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, "");
    }

    /** Where the database's relation files stand; whole after a {@code CHECKPOINT}. */
    public Path relationFiles() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement
                        .executeQuery("SELECT oid FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            row.next();
            return dataDirectory().resolve("base").resolve(row.getString(1));
        }
    }

    Path dataDirectory() {
        return folder.resolve("data");
    }

    /** {@code pg_dump -Fc -Z0}. */
    public void dumpTo(Path file) throws IOException {
        run(client("pg_dump", "-Fc", "-Z0", "-f", file.toString(), DATABASE));
    }

    /** Begins a {@code COPY … FROM STDIN}. */
    public OutputStream copy(String sql) throws IOException {
        return CopyIn.start(client("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", DATABASE, "-c",
                "SET session_replication_role = replica", "-c", sql));
    }

    private List<String> client(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString(), "-h", "127.0.0.1", "-p",
                String.valueOf(port), "-U", USER));
        command.addAll(List.of(arguments));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> unprivileged(Object... words) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", SYSTEM_USER, "--"));
        }
        for (Object word : words) {
            command.add(word.toString());
        }
        return command;
    }

    private static void run(List<String> command) throws IOException {
        File said = File.createTempFile("bench", ".log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said)
                    .directory(new File("/")).start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(said.toPath()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(said.toPath());
        }
    }

    /** Stops the server and removes everything. */
    @Override
    public void close() throws IOException {
        run(unprivileged(programs.resolve("pg_ctl"), "-D", folder.resolve("data"), "-s", "-m", "immediate", "stop"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

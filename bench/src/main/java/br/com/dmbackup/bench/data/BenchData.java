package br.com.dmbackup.bench.data;

import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import br.com.dmbackup.testkit.store.PostgresPharmacy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Makes the files that are measured: {@code hour0} and {@code hour1}, each as {@code .pages} and {@code .dump}. */
public final class BenchData {
    private static final Duration HOUR = Duration.ofHours(1);
    /** PostgreSQL takes more room for the same rows than SQLite, whose file the generator aims at. */
    private static final double SQLITE_SHARE = 0.87;

    private BenchData() {}

    /** Arguments: the folder to fill, and about how many bytes the page file is to have. */
    public static void main(String[] arguments) throws Exception {
        Path programs = ThrowAwayPostgres.programs().orElseThrow(() -> new IOException(
                "PostgreSQL's server is missing in /usr/lib/postgresql: apt-get install postgresql-15"));
        make(programs, Path.of(arguments[0]).toAbsolutePath(), Long.parseLong(arguments[1]));
    }

    static void make(Path programs, Path folder, long pageFileBytes) throws IOException, SQLException {
        Files.createDirectories(folder);
        Path sqlite = folder.resolve("store.db");
        Files.deleteIfExists(sqlite);
        say("a store of " + pageFileBytes / 1_000_000 + " MB");
        PharmacyStore store = PharmacyStore.create(sqlite,
                PharmacyPlan.STANDARD.withBytes((long) (pageFileBytes * SQLITE_SHARE)));
        Path cluster = folder.resolve("cluster");
        try (ThrowAwayPostgres server = ThrowAwayPostgres.start(programs, cluster);
                Connection connection = server.connect()) {
            var pharmacy = new PostgresPharmacy(connection);
            say("the same store in PostgreSQL");
            pharmacy.fillFrom(store, server::copy);
            Files.delete(sqlite);
            execute(connection, "VACUUM (FREEZE, ANALYZE)");
            // The first hour after loading is like no other.
            pharmacy.sellFor(HOUR, 1);
            keep(server, connection, folder, "hour0");
            say("an hour's sales: " + pharmacy.sellFor(HOUR, 2));
            keep(server, connection, folder, "hour1");
        }
    }

    private static void keep(ThrowAwayPostgres server, Connection connection, Path folder, String hour)
            throws IOException, SQLException {
        say(hour);
        execute(connection, "CHECKPOINT");
        Path pages = folder.resolve(hour + ".pages");
        Path dump = folder.resolve(hour + ".dump");
        Files.deleteIfExists(pages);
        Files.deleteIfExists(dump);
        PageFile.write(server.relationFiles(), pages);
        server.dumpTo(dump);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String what) {
        System.out.println(what);
    }
}

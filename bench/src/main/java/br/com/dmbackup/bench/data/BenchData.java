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
import java.util.List;

/**
 * Makes the files that are measured: {@code hour0.pages}, {@code hour1.pages} and so on, and {@code pg_dump}'s file of
 * the last two hours. A command that is given is run after each hour, while the database stands still, to take the hour
 * into its own archives.
 */
public final class BenchData {
    private static final int DUMPED_HOURS = 2;
    /** PostgreSQL takes more room for the same rows than SQLite, whose file the generator aims at. */
    private static final double SQLITE_SHARE = 0.87;

    private final Path folder;
    private final int hours;
    private final List<String> command;

    private BenchData(Path folder, int hours, List<String> command) {
        this.folder = folder;
        this.hours = hours;
        this.command = command;
    }

    /**
     * Arguments: the folder to fill; about how many bytes the page file is to have; how many hours after the first state,
     * 1 unless said; and the command, which gets the hour's number, its page file and the server's data directory.
     */
    public static void main(String[] arguments) throws Exception {
        Path programs = ThrowAwayPostgres.programs().orElseThrow(() -> new IOException(
                "PostgreSQL's server is missing in /usr/lib/postgresql: apt-get install postgresql-15"));
        int hours = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        List<String> command = List.of(arguments).subList(Math.min(3, arguments.length), arguments.length);
        new BenchData(Path.of(arguments[0]).toAbsolutePath(), hours, command).make(programs,
                Long.parseLong(arguments[1]));
    }

    private void make(Path programs, long pageFileBytes) throws IOException, SQLException {
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
            pharmacy.sellFor(Duration.ofHours(1), 1);
            keep(server, connection, 0);
            for (int hour = 1; hour <= hours; hour++) {
                say("sales of another hour: " + pharmacy.sellFor(pace(hour), hour + 1L));
                keep(server, connection, hour);
            }
        }
    }

    /** A day has busy hours and quiet ones: 0.1 to 0.3 % new sales, at the hour that is measured 0.2 %. */
    private Duration pace(int hour) {
        return Duration.ofMinutes(30 + Math.floorMod(30 - 7 * (hours - hour), 61));
    }

    private void keep(ThrowAwayPostgres server, Connection connection, int hour) throws IOException, SQLException {
        String name = "hour" + hour;
        say(name);
        // Nothing but the segment at hand: what a backup of the data directory would carry along is no hour's change.
        execute(connection, "SELECT pg_switch_wal()");
        execute(connection, "CHECKPOINT");
        Path pages = folder.resolve(name + ".pages");
        Files.deleteIfExists(pages);
        PageFile.write(server.relationFiles(), pages);
        if (hour > hours - DUMPED_HOURS) {
            Path dump = folder.resolve(name + ".dump");
            Files.deleteIfExists(dump);
            server.dumpTo(dump);
        }
        if (!command.isEmpty()) {
            HourTaken.by(command, hour, pages, server.dataDirectory());
        }
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

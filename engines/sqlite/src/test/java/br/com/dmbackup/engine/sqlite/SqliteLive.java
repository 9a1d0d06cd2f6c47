package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.onefile.FileFamily;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import br.com.dmbackup.testkit.engine.LiveFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Accounts whose sum never changes, and 24 MiB of other rows. */
final class SqliteLive implements LiveDatabase {
    static final Duration LOCK_WAIT = Duration.ofMillis(300);
    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Sao_Paulo"));

    private final Path file;

    SqliteLive(Path folder, String journalMode) {
        this.file = folder.resolve("loja nº 1 #100%.db");
        try (Connection connection = open(file); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = " + journalMode);
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("BEGIN");
            statement.execute("CREATE TABLE conta (id INTEGER PRIMARY KEY, saldo INTEGER NOT NULL)");
            statement.execute("CREATE TABLE \"item \"\"de\"\" venda\" (id INTEGER PRIMARY KEY, texto BLOB)");
            statement.execute("CREATE VIRTUAL TABLE busca USING fts5(nome)");
            statement.execute("INSERT INTO busca VALUES ('dipirona'), ('paracetamol')");
            statement.execute("INSERT INTO conta SELECT value, 1000 FROM (" + numbers(100) + ")");
            statement.execute("INSERT INTO \"item \"\"de\"\" venda\" SELECT value, randomblob(3500) FROM ("
                    + numbers(6000) + ")");
            statement.execute("COMMIT");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String numbers(int last) {
        return "WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < " + last
                + ") SELECT value FROM n";
    }

    Path file() {
        return file;
    }

    static Connection open(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database.toUri() + "?mode=rwc&busy_timeout=20000");
    }

    @Override
    public DatabaseEngine engine(Checkpoint checkpoint) {
        return new SqliteEngine("MCDados", file, LOCK_WAIT, NOON, checkpoint);
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String unusedName() {
        return file.resolveSibling("nova.db").toString();
    }

    @Override
    public Writer startWriting() {
        return Transfers.start(file);
    }

    @Override
    public void changeALittle() {
        try (Connection connection = open(file)) {
            Transfers.transfer(connection, 1, 2);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        try (Connection connection = open(file)) {
            return TableCounts.of(connection.unwrap(org.sqlite.SQLiteConnection.class));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public boolean isWhole(String name) {
        if (!Files.isRegularFile(Path.of(name))) {
            return false;
        }
        try (Connection connection = open(Path.of(name)); Statement statement = connection.createStatement()) {
            try (var sum = statement.executeQuery("SELECT sum(saldo) FROM conta")) {
                if (!sum.next() || sum.getLong(1) != 100_000) {
                    return false;
                }
            }
            try (var check = statement.executeQuery("PRAGMA integrity_check")) {
                return check.next() && check.getString(1).equals("ok");
            }
        } catch (SQLException damaged) {
            return false;
        }
    }

    @Override
    public SortedSet<String> everything() {
        try (Stream<Path> files = Files.list(FileFamily.folder(file))) {
            SortedSet<String> names = new TreeSet<>();
            files.map(Path::toString).filter(name -> !name.matches(".*-(wal|shm|journal)")).forEach(names::add);
            return names;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Occupant lock() {
        return occupied("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE");
    }

    @Override
    public Occupant use() {
        return occupied("BEGIN", "SELECT count(*) FROM conta");
    }

    private Occupant occupied(String... statements) {
        try {
            Connection connection = open(file);
            for (String sql : statements) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            return () -> {
                try {
                    connection.close();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            };
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void makeMissing() {
        try {
            SqliteFiles.FAMILY.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public FaultCode makeForeign() {
        makeMissing();
        try {
            Files.writeString(file, "não é um banco de dados\n".repeat(500));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return FaultCode.NOT_A_DATABASE;
    }

    @Override
    public void makeDamaged() {
        LiveFiles.overwrite(file, 0, 4096);
    }

    @Override
    public void damageInside(Path dump) {
        LiveFiles.overwrite(dump, 4096L * 200, 4096 * 8);
    }

    @Override
    public String leaveLeftover() {
        return LiveFiles.leaveLeftover(file);
    }

    @Override
    public void close() {
        // Every connection is closed by whoever opened it.
    }
}

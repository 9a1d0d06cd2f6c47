package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.restore.ScratchName;
import br.com.dmbackup.engine.sqlserver.restore.ScratchName;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A database of 21 MiB in which the sum of all entries is nought after each statement, made anew for each test. */
final class SqlServerLive implements LiveDatabase {
    static final String NAME = "Farmácia São João [DMBackup]";
    private static final String UNUSED = NAME + " de volta";
    private static final int ITEMS = 3_000;
    private static final int TEXT = 3_600;
    private static final int PAGE = 8_192;

    private final ServerUnderTest server;

    SqlServerLive(ServerUnderTest server) {
        this.server = server;
        tidy();
        server.execute(Session.MASTER, "CREATE DATABASE " + Sql.quoted(NAME));
        server.execute(NAME, "CREATE TABLE item (id bigint NOT NULL, texto nvarchar(4000))",
                "CREATE TABLE lancamento (conta bigint NOT NULL, valor bigint NOT NULL)",
                "INSERT INTO lancamento (conta, valor) VALUES (1, 7), (2, -7)");
        fill();
    }

    private void fill() {
        try (Connection connection = server.connect(NAME);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO item (id, texto) VALUES (?, ?), (?, ?), (?, ?), (?, ?), (?, ?)")) {
            for (int i = 0; i < ITEMS; i += 5) {
                for (int k = 0; k < 5; k++) {
                    insert.setLong(2 * k + 1, i + k);
                    insert.setNString(2 * k + 2, text(i + k));
                }
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(int id) {
        return ("Dipirona sódica nº " + id + " ").repeat(TEXT).substring(0, TEXT);
    }

    @Override
    public DatabaseEngine engine(Checkpoint checkpoint) {
        return new SqlServerEngine("MCDados", server.access(NAME), server.staging(), Clock.systemUTC(), checkpoint);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String unusedName() {
        return UNUSED;
    }

    @Override
    public Writer startWriting() {
        return Bookings.start(server);
    }

    @Override
    public void changeALittle() {
        server.execute(NAME, "INSERT INTO lancamento (conta, valor) VALUES (3, 1), (4, -1)");
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String table : new String[]{"dbo.item", "dbo.lancamento"}) {
            counts.put(table, Long.parseLong(server.texts(NAME, "SELECT COUNT_BIG(*) FROM " + table).getFirst()));
        }
        return counts;
    }

    @Override
    public boolean isWhole(String name) {
        try (Connection connection = server.connect(name)) {
            return Sql.text(connection, "SELECT SUM(valor) FROM lancamento").filter("0"::equals).isPresent()
                    && Sql.text(connection, "SELECT COUNT_BIG(*) FROM item WHERE texto IS NOT NULL")
                            .filter(String.valueOf(ITEMS)::equals).isPresent();
        } catch (SQLException notThere) {
            return false;
        }
    }

    @Override
    public SortedSet<String> everything() {
        return new TreeSet<>(server.texts(Session.MASTER, "SELECT name FROM sys.databases"));
    }

    /** The first page of the media, the set's begin, and its end. */
    @Override
    public int blocksThatTellTheTime() {
        return 8;
    }

    /** Somebody has it for himself. */
    @Override
    public Occupant lock() {
        try {
            Connection connection = server.connect(NAME);
            Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(NAME) + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            return () -> {
                try (connection) {
                    Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(NAME) + " SET MULTI_USER");
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            };
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public java.util.Optional<FaultCode> lockedAs() {
        return java.util.Optional.of(FaultCode.DATABASE_BUSY);
    }

    @Override
    public Occupant use() {
        return lock();
    }

    @Override
    public void makeMissing() {
        server.drop(NAME);
    }

    @Override
    public FaultCode makeForeign() {
        server.execute(Session.MASTER, "ALTER DATABASE " + Sql.quoted(NAME) + " SET OFFLINE WITH ROLLBACK IMMEDIATE");
        return FaultCode.DATABASE_OFFLINE;
    }

    /** Nobody can open it; a page that is really damaged cannot be asked for by statements. */
    @Override
    public void makeDamaged() {
        makeForeign();
    }

    /** One bit in each of many pages. */
    @Override
    public void damageInside(Path dump) {
        try (RandomAccessFile raw = new RandomAccessFile(dump.toFile(), "rw")) {
            for (long at = raw.length() / 2; at < raw.length() * 3 / 4; at += PAGE) {
                raw.seek(at);
                int before = raw.read();
                raw.seek(at);
                raw.write(before ^ 1);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String leaveLeftover() {
        String left = ScratchName.of(NAME);
        server.execute(Session.MASTER, "CREATE DATABASE " + Sql.quoted(left));
        return left;
    }

    @Override
    public void close() {
        tidy();
    }

    private void tidy() {
        server.dropAll(NAME, "dmbackup_restauro_");
    }

}

package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A copy of the model under a name with accents and capitals, owned by the engine's login. */
final class PostgresLive implements LiveDatabase {
    static final String NAME = "Farmácia São João";
    private static final String UNUSED = "Farmácia de volta";

    private final TestServer server;

    PostgresLive(TestServer server) {
        this.server = server;
        SharedServer.tidy(server);
        server.execute("postgres", "CREATE DATABASE " + Sql.quoted(NAME) + " TEMPLATE " + SharedServer.MODEL + " OWNER "
                + Sql.quoted(SharedServer.LOGIN));
    }

    static PostgresServer login(TestServer server) {
        return new PostgresServer(server.host(), server.port(), SharedServer.LOGIN,
                Optional.of(new Secret(SharedServer.PASSWORD.toCharArray())), "prefer", Optional.empty());
    }

    @Override
    public DatabaseEngine engine(Checkpoint checkpoint) {
        return new PostgresEngine("MCDados", login(server), NAME, Optional.empty(), Clock.systemUTC(), checkpoint);
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
        return Transfers.start(server);
    }

    @Override
    public void changeALittle() {
        server.execute(NAME, "INSERT INTO movimento (conta, valor) VALUES (1, 7)");
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String table : new String[]{"public.conta", "public.item", "public.movimento"}) {
            counts.put(table, count(table));
        }
        counts.put("Caixa Nº 1.Preço", count("\"Caixa Nº 1\".\"Preço\""));
        return counts;
    }

    private long count(String table) {
        return Long.parseLong(server.texts(NAME, "SELECT count(*)::text FROM " + table).getFirst());
    }

    @Override
    public boolean isWhole(String name) {
        try (Connection connection = server.connect(name)) {
            return Sql.number(connection, "SELECT sum(saldo)::text FROM conta") == 500_000
                    && Sql.number(connection, "SELECT count(*)::text FROM item WHERE texto IS NOT NULL") == 60_000
                    && Sql.number(connection,
                            "SELECT sum(length(lo_get(oid)))::text FROM pg_largeobject_metadata") == 4000;
        } catch (SQLException notThere) {
            return false;
        }
    }

    @Override
    public SortedSet<String> everything() {
        return new TreeSet<>(server.texts("postgres", "SELECT datname FROM pg_database"));
    }

    @Override
    public Occupant lock() {
        return held("BEGIN", "LOCK TABLE conta IN ACCESS EXCLUSIVE MODE");
    }

    /** A superuser, whom the engine's login may not send away. */
    @Override
    public Occupant use() {
        return held("SELECT 1");
    }

    private Occupant held(String... statements) {
        try {
            Connection connection = server.connect(NAME);
            for (String statement : statements) {
                Sql.execute(connection, statement);
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
        server.execute("postgres", "DROP DATABASE " + Sql.quoted(NAME) + " WITH (FORCE)");
    }

    @Override
    public FaultCode makeForeign() {
        server.execute("postgres", "ALTER DATABASE " + Sql.quoted(NAME) + " ALLOW_CONNECTIONS false");
        return FaultCode.DATABASE_ACCESS_DENIED;
    }

    @Override
    public void makeDamaged() {
        String oid = server.texts("postgres", "SELECT oid::text FROM pg_database WHERE datname = '" + NAME + "'")
                .getFirst();
        try {
            Files.delete(server.dataFolder().resolve("base").resolve(oid).resolve("PG_VERSION"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void damageInside(Path dump) {
        try (RandomAccessFile raw = new RandomAccessFile(dump.toFile(), "rw")) {
            raw.seek(raw.length() / 2);
            byte[] noise = new byte[32_768];
            java.util.Arrays.fill(noise, (byte) 0x5a);
            raw.write(noise);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String leaveLeftover() {
        String left = "dmbackup_restauro_0123456789abcdef";
        server.execute("postgres",
                "CREATE DATABASE " + left + " OWNER " + Sql.quoted(SharedServer.LOGIN),
                "COMMENT ON DATABASE " + left + " IS " + Sql.literal(ScratchDatabase.comment(NAME)));
        return left;
    }

    @Override
    public void close() {
        SharedServer.tidy(server);
    }
}

package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.testkit.postgresql.TestServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One server for all tests that leave it running. It has the login that the engine uses, which is no superuser. */
final class SharedServer {
    static final String LOGIN = "Loja Backup";
    static final String PASSWORD = "se:nha\\ 'ç\" #";
    static final String MODEL = "modelo";

    private static @Nullable TestServer running;

    private SharedServer() {}

    static synchronized TestServer get() {
        TestServer server = running;
        if (server == null) {
            server = TestServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            prepare(server);
            running = server;
        }
        return server;
    }

    /** Makes the login and, as a model for others, a database of some 20 MiB whose balances sum up to 500,000. */
    static void prepare(TestServer server) {
        server.execute("postgres",
                "CREATE ROLE " + Sql.quoted(LOGIN) + " LOGIN CREATEDB PASSWORD " + Sql.literal(PASSWORD),
                "CREATE DATABASE " + MODEL + " OWNER " + Sql.quoted(LOGIN));
        server.execute(MODEL, "SET ROLE " + Sql.quoted(LOGIN),
                "CREATE TABLE conta (id int PRIMARY KEY, saldo bigint NOT NULL)",
                "INSERT INTO conta SELECT g, 100 FROM generate_series(1, 5000) g",
                "CREATE SCHEMA \"Caixa Nº 1\"",
                "CREATE TABLE \"Caixa Nº 1\".\"Preço\" (id serial PRIMARY KEY, nome text, foto bytea)",
                "INSERT INTO \"Caixa Nº 1\".\"Preço\" (nome, foto) SELECT 'Remédio ' || g, decode(md5(g::text), 'hex')"
                        + " FROM generate_series(1, 20000) g",
                "CREATE TABLE item (id int PRIMARY KEY, texto text NOT NULL)",
                "INSERT INTO item SELECT g, repeat(md5(g::text), 8) FROM generate_series(1, 60000) g",
                "CREATE INDEX ON item (texto)",
                "CREATE TABLE movimento (id serial PRIMARY KEY, conta int REFERENCES conta, valor bigint)",
                "INSERT INTO movimento (conta, valor) SELECT g, g FROM generate_series(1, 2000) g",
                "SELECT lo_from_bytea(0, decode(repeat('cafe', 2000), 'hex'))");
    }

    /** Drops what tests made. */
    static void tidy(TestServer server) {
        List<String> names = server.texts("postgres", "SELECT datname FROM pg_database WHERE NOT datistemplate"
                + " AND datname NOT IN ('postgres', '" + MODEL + "')");
        for (String name : names) {
            server.execute("postgres", "DROP DATABASE " + Sql.quoted(name) + " WITH (FORCE)");
        }
    }
}

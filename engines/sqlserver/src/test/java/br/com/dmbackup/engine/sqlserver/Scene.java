package br.com.dmbackup.engine.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.Patience;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.testkit.sqlserver.SqlServerDouble;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import br.com.dmbackup.testkit.sqlserver.state.User;
import br.com.dmbackup.testkit.sqlserver.statement.Troubles;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A store with its own double, in which anything may go wrong. */
public final class Scene implements AutoCloseable {
    public static final String LIVE = "MCDados";
    /** Long enough for whatever a test waits for. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "Padaria&Farmácia'1";

    public final SettableClock clock = SettableClock.at("2026-11-23T09:30", ZoneId.of("America/Sao_Paulo"));
    public final Instance instance;
    public final SqlServerDouble server;
    public final Database live;
    public final Path staging;
    private Patience patience = new Patience(PATIENCE, PATIENCE, Duration.ofSeconds(2));
    private String user = "sa";
    private StagingPlace place = new StagingPlace(Optional.empty(), Optional.empty());

    public Scene(Path folder) {
        this(folder, Product.express2022());
    }

    public Scene(Path folder, Product product) {
        try {
            instance = new Instance(product, Files.createDirectory(folder.resolve("server")), clock, PASSWORD);
            staging = Files.createDirectory(folder.resolve("staging"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        live = instance.create(LIVE);
        fill("itens", 6_000);
        fill("vendas", 40);
        server = SqlServerDouble.start(instance)
                .encrypt(br.com.dmbackup.testkit.sqlserver.login.Encryption.EVERYTHING);
    }

    /** A table with so many rows. */
    public void fill(String table, int rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (long id = 0; id < rows; id++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(id);
            row.add("Dipirona sódica nº " + id + " ".repeat(40));
            all.add(row);
        }
        live.put(Table.of(table, TableColumn.number("id"), TableColumn.text("name")).withRows(all));
    }

    /** One sale more. */
    public void sell() {
        live.insert("dbo.vendas", List.of(1L, "venda"));
    }

    public Troubles troubles() {
        return server.troubles();
    }

    /** How long long statements may take from now on. */
    public Scene waiting(Duration silence, Duration total, Duration stopping) {
        patience = new Patience(silence, total, stopping);
        return this;
    }

    /** Logs in as somebody with these roles in the live database from now on. */
    public Login as(String name, String... roles) {
        Login login = Login.of(name, PASSWORD);
        instance.add(login);
        live.add(User.of(login, roles));
        user = name;
        return login;
    }

    public Scene staging(@Nullable Path here, @Nullable String onServer) {
        place = new StagingPlace(Optional.ofNullable(here), Optional.ofNullable(onServer));
        return this;
    }

    public SqlServerAddress address() {
        return new SqlServerAddress("127.0.0.1", OptionalInt.of(server.port()), Optional.empty(),
                new SqlServerLogin.Sql(user, new Secret(PASSWORD.toCharArray())),
                new Encryption(Encryption.Mode.TRUST, Optional.empty()));
    }

    public SqlServerAccess access() {
        return new SqlServerAccess(address(), LIVE, patience);
    }

    public SqlServerEngine engine() {
        return engine(access());
    }

    /** The engine of somebody else, or by another way. */
    public SqlServerEngine engine(SqlServerAccess access) {
        return new SqlServerEngine(LIVE, access, place, clock, Checkpoint.NONE);
    }

    /** A dump of the live database. */
    public FileDump dump(Progress progress) {
        return (FileDump) engine().dump(staging, progress);
    }

    /** Ends the scene; the engine must have asked nothing that the double does not know. */
    @Override
    public void close() {
        server.close();
        assertThat(server.refused()).isEmpty();
    }
}

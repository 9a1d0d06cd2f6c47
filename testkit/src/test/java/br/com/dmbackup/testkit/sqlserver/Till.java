package br.com.dmbackup.testkit.sqlserver;

import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import br.com.dmbackup.testkit.time.SettableClock;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A double with one store's database, and Microsoft's driver to talk to it. */
final class Till implements AutoCloseable {
    static final String PASSWORD = "Padaria&Farmácia'1";
    static final String BACKUP = "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT, CHECKSUM, STATS = 5, NAME = ?, "
            + "DESCRIPTION = ?, COPY_ONLY";
    static final Duration PATIENCE = Duration.ofSeconds(20);
    final SettableClock clock = SettableClock.at("2026-11-23T09:30", ZoneId.of("America/Sao_Paulo"));
    final Instance instance;
    final SqlServerDouble server;
    final Database shop;
    final Path bak;

    Till(Path folder) {
        this(folder, Product.express2022());
    }

    Till(Path folder, Product product) {
        instance = new Instance(product, folder, clock, PASSWORD);
        shop = instance.create("Shop");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        LongStream.range(0, 20_000).forEach(id -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(id);
            row.add(id % 7 == 0 ? null : "Dipirona sódica nº " + id);
            rows.add(row);
        });
        shop.put(Table.of("items", TableColumn.number("id"), TableColumn.text("name")).withRows(rows));
        server = SqlServerDouble.start(instance);
        bak = instance.backupFolder().resolve("Shop.bak");
    }

    SQLServerConnection connect() throws SQLException {
        return connect("encrypt=false");
    }

    SQLServerConnection connect(String properties) throws SQLException {
        return connectAs("sa", PASSWORD, properties);
    }

    SQLServerConnection connectAs(String user, String password, String properties) throws SQLException {
        return (SQLServerConnection) DriverManager
                .getConnection(server.url() + "connectRetryCount=0;loginTimeout=15;" + properties, user, password);
    }

    /** Runs the product's backup to its very end and gives the numbers of its messages. */
    List<Integer> backUp(Connection connection) throws SQLException {
        return backUp(connection, BACKUP, shop.name());
    }

    List<Integer> backUp(Connection connection, String text, String database) throws SQLException {
        List<String> values = List.of(database, bak.toString(), "dmbackup", "a loja");
        int gaps = (int) text.chars().filter(each -> each == '?').count();
        return run(connection, text, values.subList(0, gaps).toArray(String[]::new));
    }

    static List<Integer> run(Connection connection, String text, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return drain(statement, statement.execute());
        }
    }

    /** Reads all that a statement answers; only so is nothing overlooked. */
    static List<Integer> drain(Statement statement, boolean first) throws SQLException {
        boolean isRows = first;
        while (isRows || statement.getUpdateCount() != -1) {
            if (isRows) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
            isRows = statement.getMoreResults();
        }
        List<Integer> numbers = new ArrayList<>();
        for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            numbers.add(warning.getErrorCode());
        }
        return numbers;
    }

    /** One value. */
    static @Nullable String ask(Connection connection, String text, String... values) throws SQLException {
        List<List<@Nullable String>> rows = askAll(connection, text, values);
        return rows.getFirst().getFirst();
    }

    /** All rows, as texts. */
    static List<List<@Nullable String>> askAll(Connection connection, String text, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<List<@Nullable String>> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<@Nullable String> row = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getString(i));
                    }
                    all.add(row);
                }
            }
            return all;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

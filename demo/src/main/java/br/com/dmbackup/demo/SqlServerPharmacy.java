package br.com.dmbackup.demo;

import br.com.dmbackup.testkit.sqlserver.SqlServerDouble;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import br.com.dmbackup.testkit.store.TableDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * In a double of SQL Server: a server that speaks its protocol and writes its kind of files, in the memory of this
 * program. The rows are those of a pharmacy in a file, which is thrown away.
 */
final class SqlServerPharmacy implements Pharmacy {
    private static final String DATABASE = "MCDados";
    private static final String LOGIN = "sa";
    private static final int PASSWORD_BYTES = 12;

    private final DemoFolder folder;
    private final Instance instance;
    private final SqlServerDouble server;
    private final String password = password();

    SqlServerPharmacy(DemoFolder folder, Clock clock) {
        this.folder = folder;
        this.instance = new Instance(Product.express2022(), folder.real(folder.typed().resolve("SQLServer")), clock,
                password);
        this.server = SqlServerDouble.start(instance);
    }

    private static String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public void make(long bytes, LocalDateTime until, LongConsumer grown) throws SQLException, IOException {
        Path model = folder.real(folder.typed().resolve("modelo.db"));
        PharmacyStore store = PharmacyStore.create(model, PharmacyPlan.STANDARD.withBytes(bytes)
                .withJournal(PharmacyPlan.JournalMode.DELETE).until(until), grown);
        Database database = instance.create(DATABASE);
        try (Connection rows = DriverManager.getConnection("jdbc:sqlite:" + model.toAbsolutePath().toUri())) {
            for (Table table : PharmacyTables.read(rows, store.tables())) {
                database.put(table);
            }
        }
        Files.delete(model);
        writePassword();
    }

    private void writePassword() throws IOException {
        Path file = folder.real(passwordFile());
        Files.writeString(file, password);
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private Path passwordFile() {
        return folder.typed().resolve("senha.txt");
    }

    @Override
    public String warning() {
        return "demo.double";
    }

    @Override
    public List<String> address() {
        return List.of("--database",
                "sqlserver://" + LOGIN + "@127.0.0.1:" + server.port() + "/" + DATABASE + "?encryption=login",
                "--password-file", passwordFile().toString());
    }

    @Override
    public String name() {
        return DATABASE;
    }

    @Override
    public String unusedName() {
        return DATABASE + "_copia";
    }

    @Override
    public boolean outlivesTheDemo() {
        return false;
    }

    @Override
    public long sizeBytes() {
        return instance.database(DATABASE).stream().flatMap(database -> database.tables().stream())
                .mapToLong(PharmacyTables::bytes).sum();
    }

    @Override
    public void sellFor(Duration time, long seed) throws SQLException {
        try (Connection connection = connect()) {
            SaleAgain sales = new SaleAgain(connection, tables(), seed);
            for (int i = 0; i < Math.max(1, time.toMinutes() / 3); i++) {
                sales.sell();
            }
        }
    }

    @Override
    public OpenTill openTill(long seed, Duration pause) {
        return new SqlServerTill(this::connect, tables(), seed, pause);
    }

    private SortedMap<String, Table> tables() {
        SortedMap<String, Table> tables = new TreeMap<>();
        instance.database(DATABASE).stream().flatMap(database -> database.tables().stream())
                .forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url() + "encrypt=false;databaseName=" + DATABASE, LOGIN, password);
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        tables().forEach((name, table) -> counts.put(name, (long) table.rows().size()));
        return counts;
    }

    @Override
    public SortedMap<String, TableDigest> digests() throws SQLException {
        if (instance.database(DATABASE).isEmpty()) {
            return new TreeMap<>();
        }
        try (Connection connection = connect()) {
            return PharmacyTables.digests(connection, tables().keySet());
        }
    }

    @Override
    public void lose() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url() + "encrypt=false", LOGIN, password);
                var drop = connection.createStatement()) {
            drop.execute("DROP DATABASE [" + DATABASE + "]");
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            Files.deleteIfExists(folder.real(passwordFile()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package br.com.dmbackup.testkit.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/** The database of a pharmacy in one SQLite file. */
public final class PharmacyStore {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int SALES_BETWEEN_LOOKS = 200;

    private final Path file;

    private PharmacyStore(Path file) {
        this.file = file;
    }

    /** An existing one. */
    public static PharmacyStore at(Path file) {
        return new PharmacyStore(file);
    }

    /** Makes one; the file must not exist. */
    public static PharmacyStore create(Path file, PharmacyPlan plan) throws SQLException {
        return create(file, plan, bytes -> {});
    }

    /**
     * Makes one; the file must not exist.
     *
     * @param grown told now and then how many bytes there are; what it throws ends the making
     */
    public static PharmacyStore create(Path file, PharmacyPlan plan, LongConsumer grown) throws SQLException {
        PharmacyStore store = new PharmacyStore(file);
        Random random = new Random(plan.seed());
        try (Connection connection = store.open()) {
            execute(connection, "PRAGMA journal_mode = OFF");
            execute(connection, "PRAGMA synchronous = OFF");
            execute(connection, "BEGIN");
            for (String statement : Schema.TABLES) {
                execute(connection, statement);
            }
            for (String statement : Schema.INDEXES) {
                execute(connection, statement);
            }
            Stock.fillProducts(connection, plan.products(), random);
            Stock.fillCustomers(connection, plan.customers(), random);
            fillSales(connection, plan, random, grown);
            execute(connection, "COMMIT");
            execute(connection, "PRAGMA journal_mode = " + plan.journal());
        }
        return store;
    }

    private static void fillSales(Connection connection, PharmacyPlan plan, Random random, LongConsumer grown)
            throws SQLException {
        LocalDateTime start = plan.until().minus(YEAR);
        long secondsApart = Math.max(1, YEAR.toSeconds() / plan.expectedSales());
        long pageSize = number(connection, "PRAGMA page_size");
        try (Till till = new Till(connection, Stock.products(connection), plan.customers(), random)) {
            long bytes = 0;
            for (long id = 1; bytes < plan.targetBytes(); id++) {
                till.sell(id, start.plusSeconds(id * secondsApart));
                if (id % SALES_BETWEEN_LOOKS == 0) {
                    bytes = number(connection, "PRAGMA page_count") * pageSize;
                    grown.accept(bytes);
                }
            }
        }
    }

    public Path file() {
        return file;
    }

    /**
     * Lets time pass: two new sales for every thousand that there are and every hour, each in its own transaction, with
     * stock going down; then some prices, deliveries and customers change.
     *
     * @return how many sales were made
     */
    public long sellFor(Duration time, long seed) throws SQLException {
        try (Connection connection = open()) {
            execute(connection, "PRAGMA synchronous = NORMAL");
            return Trade.sellFor(connection, "BEGIN IMMEDIATE", time, seed);
        }
    }

    /** Starts a till of its own that sells as fast as it can until it is closed. */
    public Seller startSelling(long seed) {
        return startSelling(seed, Duration.ZERO);
    }

    /** Starts a till of its own that sells until it is closed, with a pause after each sale. */
    public Seller startSelling(long seed, Duration pause) {
        return new Seller(this, seed, pause);
    }

    /** Rows per table. */
    public SortedMap<String, Long> rowCounts() throws SQLException {
        try (Connection connection = open()) {
            return TableDigests.rowCounts(connection);
        }
    }

    /** Rows per table and a digest of them, for comparing two databases. */
    public SortedMap<String, TableDigest> digests() throws SQLException {
        try (Connection connection = open()) {
            return TableDigests.of(connection);
        }
    }

    /** The names of its tables. */
    public List<String> tables() throws SQLException {
        try (Connection connection = open()) {
            return TableDigests.tables(connection);
        }
    }

    /** Waits for others' locks up to 20 seconds, as a till would. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=rwc&busy_timeout=20000");
    }

    static LocalDateTime lastSale(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(data_hora) FROM venda")) {
            row.next();
            return LocalDateTime.parse(row.getString(1));
        }
    }

    static int customers(Connection connection) throws SQLException {
        return (int) number(connection, "SELECT max(id) FROM cliente");
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

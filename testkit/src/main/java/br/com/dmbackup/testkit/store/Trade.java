package br.com.dmbackup.testkit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Lets time pass in a pharmacy, whatever database holds it. */
final class Trade {
    private Trade() {}

    /**
     * Two new sales for every thousand that there are and every hour, each in its own transaction, with stock going
     * down; then some prices, deliveries and customers change.
     *
     * @param begin how this database begins a transaction that writes
     * @return how many sales were made
     */
    static long sellFor(Connection connection, String begin, Duration time, long seed) throws SQLException {
        Random random = new Random(seed);
        long before = PharmacyStore.number(connection, "SELECT max(id) FROM venda");
        long sales = Math.max(1, before * time.toMinutes() / 30_000);
        LocalDateTime last = PharmacyStore.lastSale(connection);
        long secondsApart = Math.max(1, time.toSeconds() / sales);
        try (Till till = new Till(connection, Stock.products(connection), PharmacyStore.customers(connection),
                random)) {
            for (long i = 1; i <= sales; i++) {
                PharmacyStore.execute(connection, begin);
                till.sell(before + i, last.plusSeconds(i * secondsApart));
                PharmacyStore.execute(connection, "COMMIT");
            }
        }
        change(connection, begin, sales, random);
        return sales;
    }

    private static void change(Connection connection, String begin, long sales, Random random) throws SQLException {
        long products = PharmacyStore.number(connection, "SELECT max(id) FROM produto");
        long customers = PharmacyStore.customers(connection);
        PharmacyStore.execute(connection, begin);
        for (String sql : List.of("UPDATE produto SET preco = preco * 103 / 100 WHERE id = ?",
                "UPDATE produto SET estoque = estoque + 60 WHERE id = ?",
                "UPDATE cliente SET pontos = pontos + 10 WHERE id = ?")) {
            long last = sql.contains("produto") ? products : customers;
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (long i = 0; i < Math.max(1, sales / 10); i++) {
                    update.setLong(1, 1 + (long) (random.nextDouble() * last));
                    update.executeUpdate();
                }
            }
        }
        PharmacyStore.execute(connection, "COMMIT");
    }
}

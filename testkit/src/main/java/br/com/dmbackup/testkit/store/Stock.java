package br.com.dmbackup.testkit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Products and customers: made once, then read. */
final class Stock {
    private Stock() {}

    static void fillProducts(Connection connection, int count, Random random) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO produto VALUES (?,?,?,?,?,?,?,?)")) {
            for (int id = 1; id <= count; id++) {
                boolean controlled = random.nextInt(12) == 0;
                int price = 250 + random.nextInt(300) * random.nextInt(60);
                insert.setInt(1, id);
                insert.setString(2, CheckDigits.ean13("7899" + String.format(java.util.Locale.ROOT, "%06d", id)
                        + Words.digits(2, random)));
                insert.setString(3, Words.one(controlled ? Words.CONTROLLED : Words.SUBSTANCES, random) + " "
                        + Words.one(Words.FORMS, random));
                insert.setString(4, Words.one(Words.LABORATORIES, random));
                insert.setInt(5, price);
                insert.setInt(6, price * 6 / 10);
                insert.setInt(7, random.nextInt(400));
                insert.setString(8, controlled ? (random.nextBoolean() ? "B1" : "C1") : "");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void fillCustomers(Connection connection, int count, Random random) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO cliente VALUES (?,?,?,?,?,?,?)")) {
            for (int id = 1; id <= count; id++) {
                insert.setInt(1, id);
                insert.setString(2, CheckDigits.cpf(Words.digits(9, random)));
                insert.setString(3, Words.person(random));
                insert.setString(4, "(11) 9" + Words.digits(4, random) + "-" + Words.digits(4, random));
                insert.setString(5, Words.one(Words.STREETS, random) + ", " + (1 + random.nextInt(2_000)));
                insert.setString(6,
                        1940 + random.nextInt(66) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9));
                insert.setInt(7, random.nextInt(500));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** All products, by id. */
    static List<Product> products(Connection connection) throws SQLException {
        List<Product> products = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("SELECT id, ean, nome, preco, lista FROM produto ORDER BY id")) {
            while (rows.next()) {
                products.add(new Product(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getInt(4),
                        rows.getString(5)));
            }
        }
        return products;
    }
}

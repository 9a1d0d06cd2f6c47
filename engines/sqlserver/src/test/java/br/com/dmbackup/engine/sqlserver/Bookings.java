package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.testkit.engine.CommittingWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** An amount to one account and off another in each statement, so that the sum of all entries is nought. */
final class Bookings {
    private static final int ACCOUNTS = 5_000;

    private Bookings() {}

    static CommittingWriter start(ServerUnderTest server) {
        return new CommittingWriter(() -> server.connect(SqlServerLive.NAME), Bookings::book);
    }

    private static void book(Connection connection, long number) throws SQLException {
        try (PreparedStatement booking = connection
                .prepareStatement("INSERT INTO lancamento (conta, valor) VALUES (?, ?), (?, ?)")) {
            booking.setLong(1, number % ACCOUNTS);
            booking.setLong(2, number);
            booking.setLong(3, (number * 7 + 13) % ACCOUNTS);
            booking.setLong(4, -number);
            booking.executeUpdate();
        }
    }
}

package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.testkit.engine.CommittingWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Money moved between two accounts: a copy of two moments has another sum. */
final class Transfers {
    private static final int HALF_OF_THE_ACCOUNTS = 50;

    private Transfers() {}

    static CommittingWriter start(Path file) {
        return new CommittingWriter(() -> connect(file), (connection, number) -> transfer(connection,
                1 + (int) (number % HALF_OF_THE_ACCOUNTS), 51 + (int) (number * 7 % HALF_OF_THE_ACCOUNTS)));
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = SqliteLive.open(file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
        }
        return connection;
    }

    static void transfer(Connection connection, int from, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                statement.execute("UPDATE conta SET saldo = saldo - 1 WHERE id = " + from);
                statement.execute("INSERT INTO \"item \"\"de\"\" venda\"(texto) VALUES (randomblob(3500))");
                statement.execute("UPDATE conta SET saldo = saldo + 1 WHERE id = " + to);
                statement.execute("COMMIT");
            } catch (SQLException failed) {
                statement.execute("ROLLBACK");
                throw failed;
            }
        }
    }
}

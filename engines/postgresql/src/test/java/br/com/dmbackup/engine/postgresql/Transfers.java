package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.testkit.engine.CommittingWriter;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.sql.Connection;
import java.sql.SQLException;

/** Money moved between two accounts in each transaction, so that their sum never changes. */
final class Transfers {
    private static final int ACCOUNTS = 5_000;

    private Transfers() {}

    static CommittingWriter start(TestServer server) {
        return new CommittingWriter(() -> connect(server), Transfers::transfer);
    }

    private static Connection connect(TestServer server) throws SQLException {
        Connection connection = server.connect(PostgresLive.NAME, SharedServer.LOGIN, SharedServer.PASSWORD);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void transfer(Connection connection, long number) throws SQLException {
        try {
            Sql.execute(connection, "UPDATE conta SET saldo = saldo - 1 WHERE id = " + (number % ACCOUNTS + 1));
            Sql.execute(connection,
                    "UPDATE conta SET saldo = saldo + 1 WHERE id = " + ((number * 7 + 13) % ACCOUNTS + 1));
            connection.commit();
        } catch (SQLException refused) {
            connection.rollback();
            throw refused;
        }
    }
}

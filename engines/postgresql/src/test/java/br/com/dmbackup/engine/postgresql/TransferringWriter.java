package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.testkit.engine.LiveDatabase;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Moves money between two accounts in each transaction, so that their sum never changes. */
final class TransferringWriter implements LiveDatabase.Writer {
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;

    TransferringWriter(TestServer server) {
        thread = Thread.ofPlatform().start(() -> write(server));
        try {
            begun.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void write(TestServer server) {
        try (Connection connection = server.connect(PostgresLive.NAME, SharedServer.LOGIN, SharedServer.PASSWORD)) {
            connection.setAutoCommit(false);
            for (long i = 1; !stopping; i++) {
                transfer(connection, i);
                begun.countDown();
            }
        } catch (SQLException failed) {
            failures.incrementAndGet();
            begun.countDown();
        }
    }

    private void transfer(Connection connection, long i) throws SQLException {
        long from = i % 5000 + 1;
        long to = (i * 7 + 13) % 5000 + 1;
        try {
            Sql.execute(connection, "UPDATE conta SET saldo = saldo - 1 WHERE id = " + from);
            Sql.execute(connection, "UPDATE conta SET saldo = saldo + 1 WHERE id = " + to);
            connection.commit();
            commits.incrementAndGet();
        } catch (SQLException refused) {
            connection.rollback();
            failures.incrementAndGet();
        }
    }

    @Override
    public long commits() {
        return commits.get();
    }

    @Override
    public long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

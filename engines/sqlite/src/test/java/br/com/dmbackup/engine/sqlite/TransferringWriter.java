package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Moves money between two accounts, again and again: a copy of two moments has another sum. */
final class TransferringWriter implements LiveDatabase.Writer {
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread thread;

    TransferringWriter(Path file) {
        thread = Thread.ofPlatform().name("writer").start(() -> write(file));
        try {
            first.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void write(Path file) {
        Random random = new Random(7);
        try (Connection connection = SqliteLive.open(file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = OFF");
            }
            while (!stop.get()) {
                try {
                    transfer(connection, 1 + random.nextInt(50), 51 + random.nextInt(50));
                    commits.incrementAndGet();
                } catch (SQLException refused) {
                    failures.incrementAndGet();
                }
                first.countDown();
            }
        } catch (SQLException failed) {
            failures.incrementAndGet();
            first.countDown();
        }
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
        stop.set(true);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

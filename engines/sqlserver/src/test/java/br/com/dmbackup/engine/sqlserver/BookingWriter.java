package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Books an amount to one account and off another in each statement, so that the sum of all entries is nought. */
final class BookingWriter implements LiveDatabase.Writer {
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;

    BookingWriter(ServerUnderTest server) {
        thread = Thread.ofPlatform().start(() -> write(server));
        try {
            begun.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void write(ServerUnderTest server) {
        try (Connection connection = server.connect(SqlServerLive.NAME);
                PreparedStatement booking = connection
                        .prepareStatement("INSERT INTO lancamento (conta, valor) VALUES (?, ?), (?, ?)")) {
            for (long i = 1; !stopping; i++) {
                booking.setLong(1, i % 5_000);
                booking.setLong(2, i);
                booking.setLong(3, (i * 7 + 13) % 5_000);
                booking.setLong(4, -i);
                booking.executeUpdate();
                commits.incrementAndGet();
                begun.countDown();
            }
        } catch (SQLException failed) {
            failures.incrementAndGet();
            begun.countDown();
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

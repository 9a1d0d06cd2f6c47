package br.com.dmbackup.testkit.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A writer on a thread and a connection of its own. It has written once when its constructor returns. */
public final class CommittingWriter implements LiveDatabase.Writer {
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;

    /** How it gets to the database. */
    @FunctionalInterface
    public interface Way {
        Connection connect() throws SQLException;
    }

    /** One transaction; the connection must be fit for the next one when it fails. */
    @FunctionalInterface
    public interface Transaction {
        void commit(Connection connection, long number) throws SQLException;
    }

    public CommittingWriter(Way way, Transaction transaction) {
        thread = Thread.ofPlatform().name("writer").start(() -> write(way, transaction));
        try {
            begun.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void write(Way way, Transaction transaction) {
        try (Connection connection = way.connect()) {
            for (long i = 1; !stopping; i++) {
                write(connection, transaction, i);
                begun.countDown();
            }
        } catch (SQLException failed) {
            failures.incrementAndGet();
            begun.countDown();
        }
    }

    private void write(Connection connection, Transaction transaction, long number) {
        try {
            transaction.commit(connection, number);
            commits.incrementAndGet();
        } catch (SQLException refused) {
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

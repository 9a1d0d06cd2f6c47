package br.com.dmbackup.testkit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A till that sells in a thread of its own, one transaction for each sale, until it is closed. */
public final class Seller implements AutoCloseable {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicLong sales = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;

    Seller(PharmacyStore store, long seed, Duration pause) {
        thread = Thread.ofPlatform().name("seller").daemon().start(() -> sell(store, new Random(seed), pause));
    }

    private void sell(PharmacyStore store, Random random, Duration pause) {
        try (Connection connection = store.open();
                Till till = new Till(connection, Stock.products(connection), PharmacyStore.customers(connection),
                        random)) {
            LocalDateTime time = PharmacyStore.lastSale(connection);
            do {
                time = time.plusSeconds(7);
                sellOne(connection, till, time);
            } while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (SQLException failed) {
            failures.incrementAndGet();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void sellOne(Connection connection, Till till, LocalDateTime time) throws SQLException {
        try {
            PharmacyStore.execute(connection, "BEGIN IMMEDIATE");
            till.sell(PharmacyStore.number(connection, "SELECT max(id) FROM venda") + 1, time);
            PharmacyStore.execute(connection, "COMMIT");
            sales.incrementAndGet();
            first.countDown();
        } catch (SQLException refused) {
            failures.incrementAndGet();
            if (!connection.getAutoCommit()) {
                PharmacyStore.execute(connection, "ROLLBACK");
            }
        }
    }

    /** Committed so far. */
    public long sales() {
        return sales.get();
    }

    /** Refused by the database. */
    public long failures() {
        return failures.get();
    }

    /** Waits until one is committed; whether that happened in time. */
    public boolean awaitFirstSale(Duration patience) throws InterruptedException {
        return first.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops after the sale at hand. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

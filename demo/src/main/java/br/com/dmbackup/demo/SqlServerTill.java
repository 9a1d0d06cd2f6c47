package br.com.dmbackup.demo;

import br.com.dmbackup.testkit.sqlserver.state.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A till on a thread of its own. */
final class SqlServerTill implements Pharmacy.OpenTill {
    private final AtomicLong sales = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /** How the till gets to its database. */
    @FunctionalInterface
    interface Way {
        Connection connect() throws SQLException;
    }

    SqlServerTill(Way way, SortedMap<String, Table> before, long seed, Duration pause) {
        thread = Thread.ofPlatform().name("till").start(() -> sell(way, before, seed, pause));
    }

    private void sell(Way way, SortedMap<String, Table> before, long seed, Duration pause) {
        try (Connection connection = way.connect()) {
            SaleAgain again = new SaleAgain(connection, before, seed);
            do {
                again.sell();
                sales.incrementAndGet();
                first.countDown();
            } while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (SQLException refused) {
            failures.incrementAndGet();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean awaitFirstSale(Duration patience) throws InterruptedException {
        return first.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public long sales() {
        return sales.get();
    }

    @Override
    public long failures() {
        return failures.get();
    }

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

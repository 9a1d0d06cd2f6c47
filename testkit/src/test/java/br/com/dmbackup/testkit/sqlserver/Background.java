package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own, and what became of it. */
final class Background {
    private final FutureTask<Optional<Throwable>> work;

    private Background(FutureTask<Optional<Throwable>> work) {
        this.work = work;
    }

    static Background run(Callable<?> some) {
        FutureTask<Optional<Throwable>> work = new FutureTask<>(() -> {
            try {
                some.call();
                return Optional.empty();
            } catch (Exception e) {
                return Optional.of(e);
            }
        });
        Thread.ofVirtual().start(work);
        return new Background(work);
    }

    /** Waits for the end; empty where it went well. */
    Optional<Throwable> failure() {
        try {
            return work.get(Till.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the work does not end", e);
        }
    }

    SQLException sqlFailure() {
        return (SQLException) failure().orElseThrow();
    }

    boolean isDone() {
        return work.isDone();
    }

    static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Till.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The numbers of an exception and of those chained to it. */
    static List<Integer> numbers(@Nullable SQLException first) {
        List<Integer> numbers = new ArrayList<>();
        for (SQLException e = first; e != null; e = e.getNextException()) {
            numbers.add(e.getErrorCode());
        }
        return numbers;
    }
}

package br.com.dmbackup.engine.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a thread of its own, which a test may interrupt. */
public final class Aside<T> {
    private final FutureTask<T> work;
    private final Thread thread;

    private Aside(FutureTask<T> work) {
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().start(work);
    }

    public static <T> Aside<T> run(Callable<T> work) {
        return new Aside<>(new FutureTask<>(work));
    }

    public Aside<T> interrupt() {
        thread.interrupt();
        return this;
    }

    /** What it gave. */
    public T result() {
        try {
            return work.get(Scene.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** What it failed with, in time. */
    public Throwable failureWithin(Duration time) {
        try {
            assertThat(work.get(time.toMillis(), TimeUnit.MILLISECONDS)).as("no failure").isNull();
            throw new AssertionError("no failure");
        } catch (ExecutionException failed) {
            return java.util.Objects.requireNonNull(failed.getCause());
        } catch (TimeoutException | InterruptedException late) {
            throw new AssertionError("does not end within " + time, late);
        }
    }
}

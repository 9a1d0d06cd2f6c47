package br.com.dmbackup.desktop.work;

import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does what may take long away from the thread that draws. What is told afterwards is always told on that thread. Tasks
 * do not wait for one another.
 */
public final class Background implements AutoCloseable {
    private final ExecutorService threads = Executors
            .newCachedThreadPool(work -> Thread.ofPlatform().daemon().name("background").unstarted(work));

    /** Work that was given away. */
    @FunctionalInterface
    public interface Task {
        /** Nobody wants its result any more: it is interrupted, and neither result nor fault is told. */
        void cancel();
    }

    /**
     * Does it there, and tells here what came of it. May be called from any thread.
     *
     * @param result told on the thread that draws
     * @param fault told on the thread that draws, whatever was thrown
     */
    public <T> Task run(Callable<T> work, Consumer<? super T> result, Consumer<? super Throwable> fault) {
        Ending ending = new Ending();
        Future<?> running = threads.submit(() -> {
            try {
                T made = work.call();
                EventQueue.invokeLater(() -> ending.tell(() -> result.accept(made)));
            } catch (Throwable thrown) {
                // Errors too: a window must not wait for ever for something that has died.
                EventQueue.invokeLater(() -> ending.tell(() -> fault.accept(thrown)));
            }
        });
        return () -> {
            ending.cancelled = true;
            running.cancel(true);
        };
    }

    /** For work that goes on telling while it is done, such as its progress. May be called from any thread. */
    public static void onScreen(Runnable telling) {
        if (EventQueue.isDispatchThread()) {
            telling.run();
        } else {
            EventQueue.invokeLater(telling);
        }
    }

    private static final class Ending {
        private volatile boolean cancelled;

        void tell(Runnable telling) {
            if (!cancelled) {
                telling.run();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

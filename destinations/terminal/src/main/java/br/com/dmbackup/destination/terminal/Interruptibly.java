package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Work with sockets that ends when its caller is interrupted: done on a virtual thread, for which the system closes the
 * socket that it waits for; on any other thread a read would wait on.
 */
final class Interruptibly {
    /** Looking up a name cannot be interrupted; nobody waits longer for it than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Interruptibly() {}

    /**
     * An interruption is told once the work has ended: what it was given is the caller's again.
     *
     * @param what for {@code CANCELLED}
     */
    static <T> T call(String what, Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("terminal").start(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            awaitEnd(thread);
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, what).causedBy(e);
        } catch (ExecutionException e) {
            throw thrown(what, e);
        }
    }

    /** Whatever the work tells its caller in its last moments, further interruptions included, comes before the end. */
    private static void awaitEnd(Thread thread) {
        boolean waiting = true;
        while (waiting) {
            try {
                waiting = false;
                var _ = thread.join(PATIENCE);
            } catch (InterruptedException again) {
                waiting = true;
            }
        }
    }

    private static RuntimeException thrown(String what, ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException fault -> fault;
            case InterruptedException interrupted -> {
                Thread.currentThread().interrupt();
                yield BackupFault.of(FaultCode.CANCELLED, what).causedBy(interrupted);
            }
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }
}

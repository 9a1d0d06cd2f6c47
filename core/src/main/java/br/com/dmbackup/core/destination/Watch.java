package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Waits for a call that may hang for ever in the operating system. The call runs on a thread of its own; when it gives
 * no sign of life for too long, its thread is interrupted and abandoned, and the waiting one gets
 * {@code DESTINATION_SILENT}. Nothing can end a thread that hangs inside the kernel, so it is a daemon.
 *
 * @param name the destination's name
 * @param silence how long no sign of life may come
 */
record Watch(String name, Duration silence, AtomicLong signs) {
    Watch(String name, Duration silence) {
        this(name, silence, new AtomicLong());
    }

    /** A sign of life. */
    void alive() {
        signs.incrementAndGet();
    }

    void run(Runnable call) {
        ask(() -> {
            call.run();
            return true;
        });
    }

    <T> T ask(Supplier<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("destination-" + name).start(() -> {
            try {
                answer.complete(call.get());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return await(answer);
        } catch (InterruptedException e) {
            interrupt(thread);
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, name).causedBy(e);
        } catch (TimeoutException e) {
            interrupt(thread);
            throw BackupFault.of(FaultCode.DESTINATION_SILENT, name, silence.toSeconds());
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    /** From a thread of its own: interrupting one that hangs in the kernel on a file may itself hang. */
    private static void interrupt(Thread hanging) {
        Thread.ofPlatform().daemon().name("interrupt-" + hanging.getName()).start(hanging::interrupt);
    }

    private <T> T await(CompletableFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            long before = signs.get();
            try {
                return answer.get(silence.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (signs.get() == before) {
                    throw e;
                }
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException fault -> fault;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }
}

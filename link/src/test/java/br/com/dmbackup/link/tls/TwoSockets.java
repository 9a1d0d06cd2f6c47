package br.com.dmbackup.link.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Two ends of a real connection over the loopback, each with a thread of its own. */
public final class TwoSockets implements AutoCloseable {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Socket calling;
    private final Socket called;

    public TwoSockets() throws IOException {
        this(0);
    }

    /** At a port where others were before: TLS resumes sessions by address and port. */
    TwoSockets(int port) throws IOException {
        try (var listener = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            calling = new Socket(listener.getInetAddress(), listener.getLocalPort());
            called = listener.accept();
        }
        calling.setSoTimeout(10_000);
        called.setSoTimeout(10_000);
    }

    int port() {
        return called.getLocalPort();
    }

    public <T> CompletableFuture<T> atTheCaller(Function<Socket, T> work) {
        return CompletableFuture.supplyAsync(() -> work.apply(calling), THREADS);
    }

    public <T> CompletableFuture<T> atTheCalled(Function<Socket, T> work) {
        return CompletableFuture.supplyAsync(() -> work.apply(called), THREADS);
    }

    /** Work at the caller of which nobody asks how it ends. */
    public void letTheCaller(Consumer<Socket> work) {
        THREADS.execute(() -> quietly(work, calling));
    }

    /** Work at the called side of which nobody asks how it ends. */
    public void letTheCalled(Consumer<Socket> work) {
        THREADS.execute(() -> quietly(work, called));
    }

    /** What the work failed with, itself. */
    public static Throwable failureOf(CompletableFuture<?> work) {
        return work.handle((result, failure) -> {
            if (failure == null) {
                throw new AssertionError("did not fail, but gave " + result);
            }
            return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failure;
        }).join();
    }

    private static void quietly(Consumer<Socket> work, Socket socket) {
        try {
            work.accept(socket);
        } catch (RuntimeException end) {
            // The other side's end is what the test looks at.
        }
    }

    /** Ends the connection. */
    public void hangUp() throws IOException {
        calling.close();
        called.close();
    }

    @Override
    public void close() throws IOException {
        hangUp();
    }
}

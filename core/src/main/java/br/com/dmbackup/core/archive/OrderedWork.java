package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Pieces of work done by a few threads, few of them in flight, each handed back on the caller's thread in the order in
 * which it was given. Pieces own their buffers and are used again and again.
 */
final class OrderedWork<P extends OrderedWork.Piece> implements AutoCloseable {
    /** As many as there are processors, within reason. */
    static final int ALL_THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private static final int PIECES_FOR_EACH_THREAD = 4;
    private static final long PATIENCE_SECONDS = 10;

    /** Something to be done, with the buffers that it needs. */
    interface Piece extends AutoCloseable {
        /** Runs on a worker; what it throws is thrown to the caller. */
        void work();

        @Override
        void close();
    }

    /** Takes finished pieces. */
    @FunctionalInterface
    interface Taker<P> {
        void take(P piece) throws IOException;
    }

    private record Started<P>(P piece, Future<?> end) {}

    private final String what;
    private final Supplier<P> maker;
    private final Taker<P> taker;
    private final int mostPieces;
    private final ExecutorService workers;
    private final List<P> pieces = new ArrayList<>();
    private final Deque<P> free = new ArrayDeque<>();
    private final Deque<Started<P>> started = new ArrayDeque<>();

    private volatile boolean abandoned;

    /** @param what what is being done, for {@code CANCELLED} */
    OrderedWork(String what, Supplier<P> maker, Taker<P> taker) {
        this(what, maker, taker, ALL_THREADS);
    }

    OrderedWork(String what, Supplier<P> maker, Taker<P> taker, int threads) {
        this.what = what;
        this.maker = maker;
        this.taker = taker;
        // Whoever asks for one thread wants to be unnoticed, and that is a matter of memory, too.
        mostPieces = threads == 1 ? 2 : threads * PIECES_FOR_EACH_THREAD;
        workers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("archive-", 1).factory());
    }

    /** A piece to be filled, after the oldest was taken when too many are under way. */
    P next() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
        if (free.isEmpty() && pieces.size() < mostPieces) {
            P piece = maker.get();
            pieces.add(piece);
            return piece;
        }
        while (free.isEmpty()) {
            takeOldest();
        }
        return free.pop();
    }

    void start(P piece) {
        started.add(new Started<>(piece, workers.submit(() -> {
            if (!abandoned) {
                piece.work();
            }
        })));
    }

    /** Waits for everything that was started. */
    void finish() throws IOException {
        while (!started.isEmpty()) {
            takeOldest();
        }
    }

    private void takeOldest() throws IOException {
        Started<P> oldest = started.remove();
        try {
            oldest.end().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled().causedBy(e);
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
        taker.take(oldest.piece());
        free.push(oldest.piece());
    }

    private static RuntimeException rethrown(ExecutionException wrapped) {
        return switch (wrapped.getCause()) {
            case BackupFault fault -> fault;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(wrapped);
        };
    }

    private BackupFault cancelled() {
        return BackupFault.of(FaultCode.CANCELLED, what);
    }

    /**
     * Waits for the pieces under way. Workers are not interrupted at once, as that would close the channels that they
     * use; one that hangs is left behind.
     */
    @Override
    public void close() {
        abandoned = true;
        workers.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            workers.shutdownNow();
        }
        pieces.forEach(Piece::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

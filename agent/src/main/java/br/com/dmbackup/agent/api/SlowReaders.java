package br.com.dmbackup.agent.api;

import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks and then does not read is given up after a while: the thread that writes to them is interrupted, which
 * closes their connection. Nobody else ever waits for them.
 */
final class SlowReaders implements AutoCloseable {
    private final MonotonicSource clock;
    private final Duration patience;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("slow-readers").factory());

    SlowReaders(MonotonicSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        long pause = Math.max(1, patience.toMillis() / 4);
        var _ = looking.scheduleWithFixedDelay(() -> readers.forEach(Reader::look), pause, pause,
                TimeUnit.MILLISECONDS);
    }

    /** Watches over the calling thread, which is going to write to somebody. */
    Reader watch() {
        Reader reader = new Reader(Thread.currentThread());
        readers.add(reader);
        return reader;
    }

    /** Somebody who is written to. */
    final class Reader implements AutoCloseable {
        private final Thread writer;
        private volatile @Nullable MonotonicStamp since;

        private Reader(Thread writer) {
            this.writer = writer;
        }

        /** From now on they have that long to take what is written. */
        void writing() {
            since = clock.now();
        }

        /** They have taken it. */
        void taken() {
            since = null;
        }

        private void look() {
            MonotonicStamp begun = since;
            if (begun != null && clock.now().since(begun).filter(it -> it.compareTo(patience) > 0).isPresent()) {
                writer.interrupt();
            }
        }

        @Override
        public void close() {
            since = null;
            readers.remove(this);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

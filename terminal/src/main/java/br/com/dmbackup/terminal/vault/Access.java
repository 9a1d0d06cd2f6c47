package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way to one server's store: one change at a time, and everybody sees what was there after the last one. Whoever
 * still holds it when the server was forgotten is told that the server is not known.
 */
final class Access implements AutoCloseable {
    private final Store store;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Listing listing;
    private volatile boolean closed;

    Access(Store store) throws IOException {
        this.store = store;
        new Newest(store).link();
        this.listing = Listing.of(store);
    }

    /** The store; what changes is for whoever is {@link #locked} in. */
    Store store() {
        return store;
    }

    /** What is there; never waits. */
    Listing listing() {
        requireOpen();
        return listing;
    }

    private void requireOpen() {
        if (closed) {
            throw OpenTerminal.unknown(store.pairing().pin());
        }
    }

    <T> T locked(VaultFaults.Work<T> work) {
        lock.lock();
        try {
            requireOpen();
            return VaultFaults.at(store.folder().root(), work);
        } finally {
            lock.unlock();
        }
    }

    /** Changes which archives there are. Whatever happens, afterwards everybody sees what is there. */
    <T> T changing(VaultFaults.Work<T> work) {
        return locked(() -> {
            try {
                T result = work.done();
                listing = Listing.of(store);
                return result;
            } catch (IOException | BackupFault e) {
                listing = Listing.of(store);
                throw e;
            }
        });
    }

    /** The same, unless something else is under way. */
    void changingIfFree(VaultFaults.Work<Store> work) {
        if (lock.tryLock()) {
            try {
                if (!closed) {
                    changing(work);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            store.close();
        } finally {
            lock.unlock();
        }
    }
}

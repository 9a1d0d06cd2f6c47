package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.terminal.vault.protection.RunningTime;
import br.com.dmbackup.terminal.vault.shelf.Shelf;
import br.com.dmbackup.terminal.vault.shelf.Stamps;
import br.com.dmbackup.terminal.vault.shelf.StoreFolder;
import br.com.dmbackup.terminal.vault.spool.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is of one server here: its folder, its shelf, its spool. Whoever changes any of it holds the lock of
 * {@link Access}.
 */
final class Store implements AutoCloseable {
    private final Pairing pairing;
    private final VaultMachine machine;
    private final RunningTime time;
    private final StoreFolder folder;
    private final Path stampsFile;
    private final Readers readers = new Readers();
    private final Spool spool;
    private Stamps stamps;
    private Shelf shelf;

    private Store(Pairing pairing, VaultMachine machine, RunningTime time, StoreFolder folder, Path stampsFile)
            throws IOException {
        this.pairing = pairing;
        this.machine = machine;
        this.time = time;
        this.folder = folder;
        this.stampsFile = stampsFile;
        this.spool = Spool.open(folder.incoming(), time.minutes());
        this.stamps = Stamps.open(stampsFile);
        this.shelf = Shelf.open(folder, stamps, time.minutes());
    }

    static Store open(Pairing pairing, VaultMachine machine, RunningTime time, StoreFolder folder, Path stampsFile)
            throws IOException {
        Files.createDirectories(folder.incoming());
        clearUnfinished(folder.incoming());
        return new Store(pairing, machine, time, folder, stampsFile);
    }

    /** An archive that was not placed is made again from the spool, which is whole. */
    private static void clearUnfinished(Path incoming) throws IOException {
        List<Path> unfinished;
        try (Stream<Path> files = Files.list(incoming)) {
            unfinished = files.filter(file -> file.getFileName().toString().endsWith(".novo")).toList();
        }
        for (Path file : unfinished) {
            Files.delete(file);
        }
    }

    /**
     * Does what names and memory must agree about: past a rename there is no turning back, so an interruption waits; and
     * when something goes wrong half-way, nothing is believed but the folder.
     */
    <T> T together(VaultFaults.Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return work.done();
        } catch (IOException | RuntimeException e) {
            interrupted |= Thread.interrupted();
            lookAgain();
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lookAgain() throws IOException {
        stamps = Stamps.open(stampsFile);
        shelf = Shelf.open(folder, stamps, now());
    }

    Pairing pairing() {
        return pairing;
    }

    StoreFolder folder() {
        return folder;
    }

    Shelf shelf() {
        return shelf;
    }

    Stamps stamps() {
        return stamps;
    }

    Spool spool() {
        return spool;
    }

    Readers readers() {
        return readers;
    }

    /** A file of that name for something that is being made, removed where a dead process left it. */
    Path unfinished(String name) throws IOException {
        Path file = folder.incoming().resolve(name + ".novo");
        Files.deleteIfExists(file);
        return file;
    }

    /** Minutes of running time. */
    long now() {
        return time.minutes();
    }

    Space space() throws IOException {
        return machine.room().of(folder.root());
    }

    void reached(VaultStep step) {
        machine.checkpoint().accept(step);
    }

    /** Tells the people here, and gives the fault back to be thrown. */
    BackupFault told(BackupFault fault) {
        machine.listener().told(pairing, fault);
        return fault;
    }

    /** What people call it. */
    String name() {
        return pairing.storeName().isBlank() ? pairing.database() : pairing.storeName();
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw VaultFaults.of(folder.incoming(), e);
        }
    }
}

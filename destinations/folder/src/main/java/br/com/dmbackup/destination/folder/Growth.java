package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.protocol.FaultCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A new archive from its first byte to its final name: what {@code put} and {@code stage} have in common. */
final class Growth implements Staging {
    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);

    private static final Set<StandardOpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);

    private final Place place;
    private final ArchiveName name;
    private final Siblings names;
    private final Path file;
    private final Checkpoint checkpoint;
    private final Set<Path> growing;
    private boolean ended;

    /**
     * @param growing the files that are being written now, which no sweep may take for leftovers
     */
    Growth(Place place, ArchiveName name, Checkpoint checkpoint, Set<Path> growing) throws IOException {
        this.place = place;
        this.name = name;
        this.checkpoint = checkpoint;
        this.growing = growing;
        this.names = place.at(name);
        place.makeFolders(name);
        names.repair();
        this.file = names.careful() ? names.novo() : names.folder().resolve(Contents.temporaryName());
        growing.add(file);
    }

    @Override
    public Path file() {
        return file;
    }

    /** Writes the source's bytes and makes them durable. */
    void fill(ArchiveSource source, Progress progress) {
        long size = source.sizeBytes();
        long[] done = {0};
        try {
            try (SeekableByteChannel from = source.open(); FileChannel to = FileChannel.open(file, NEW_FILE)) {
                FileCopy.copy(from, file, to, size, names.careful(), (bytes, total) -> {
                    done[0] = bytes;
                    progress.advanced(bytes, total);
                });
            }
            setTime(source.modifiedAt());
            if (Files.size(file) != size) {
                throw BackupFault.of(FaultCode.DESTINATION_LIED, place.destination(), name);
            }
        } catch (EOFException e) {
            throw failed(BackupFault.of(FaultCode.ARCHIVE_TRUNCATED, name, done[0]).causedBy(e), 0);
        } catch (IOException | RuntimeException e) {
            throw failed(e, size - done[0]);
        }
    }

    @Override
    public void commit(ArchiveCheck check) {
        commit(check, () -> replace(file, names));
    }

    @Override
    public void commitAs(ArchiveName other, ArchiveCheck check) {
        commit(check, () -> {
            Siblings others = place.at(other);
            place.makeFolders(other);
            others.repair();
            if (!others.careful()) {
                replace(file, others);
                return;
            }
            growing.add(others.novo());
            try {
                Files.move(file, others.novo());
                replace(others.novo(), others);
            } finally {
                growing.remove(others.novo());
            }
        });
    }

    /** Gives the file its name. */
    @FunctionalInterface
    private interface Naming {
        void name() throws IOException;
    }

    private void commit(ArchiveCheck check, Naming naming) {
        try {
            checkpoint.reached(Step.PLACE_WRITTEN);
            readBack(check);
            checkpoint.reached(Step.PLACE_CHECKED);
            // The last moment to turn back.
            FileCopy.stopWhenInterrupted();
            naming.name();
            ended = true;
        } catch (IOException | RuntimeException e) {
            throw failed(e, 0);
        } finally {
            growing.remove(file);
        }
    }

    /** Opened anew, by name: a folder that went away is noticed. The page cache may well serve the bytes. */
    private void readBack(ArchiveCheck check) throws IOException {
        try (SeekableByteChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
            check.check(bytes);
        }
    }

    private void setTime(Instant time) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException e) {
            // Some shares let nobody set times; the manifest inside knows them. A file that is gone is another matter.
            if (!Files.exists(file)) {
                throw e;
            }
        }
    }

    private void replace(Path written, Siblings bearer) throws IOException {
        var replacement = new Replacement(checkpoint, growing);
        if (bearer.careful()) {
            replacement.withOldAside(bearer);
        } else {
            replacement.atomically(written, bearer);
        }
    }

    /** Clears up and says what happened. A sudden death (an {@link Error}) is left to the sweep. */
    private RuntimeException failed(Exception failure, long missingBytes) {
        var system = new SystemFault(place);
        RuntimeException told = switch (failure) {
            // A check that was cut short tells of bytes that it could not read; we know why it could not.
            case BackupFault fault when !Thread.currentThread().isInterrupted() && place.present() -> fault;
            case BackupFault fault when fault.code() == FaultCode.CANCELLED -> fault;
            case BackupFault fault -> system.of(fault, doing(), missingBytes);
            case IOException io -> system.of(io, doing(), missingBytes);
            case UncheckedIOException io -> system.of(io, doing(), missingBytes);
            case RuntimeException defect -> defect;
            default -> new IllegalStateException(failure);
        };
        close();
        return told;
    }

    private String doing() {
        return place.destination() + ": " + name;
    }

    @Override
    public void close() {
        growing.remove(file);
        if (ended) {
            return;
        }
        ended = true;
        try {
            Files.deleteIfExists(file);
            names.repair();
        } catch (IOException e) {
            LOG.info("{} stays until the next sweep: {}", file, e.toString());
        }
    }
}

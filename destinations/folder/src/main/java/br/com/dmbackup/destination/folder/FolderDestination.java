package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.core.destination.StagingDestination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A folder as destination. One process at a time writes there (the locks of the home see to that): a sweep takes
 * temporary files that this object does not know for those of a dead process.
 */
public final class FolderDestination implements StagingDestination {
    private final Place place;
    private final Checkpoint checkpoint;
    private final Set<Path> growing = ConcurrentHashMap.newKeySet();

    /**
     * @param root the folder, which is never created here
     * @param marker whether it counts as there only with its marker file in it
     */
    public FolderDestination(String name, Path root, Marker marker, Checkpoint checkpoint) {
        this(name, root, marker, checkpoint, Nature::ofType);
    }

    /** A folder without a marker: the local {@code Backup}, or one that a person pointed at. */
    public FolderDestination(String name, Path root, Checkpoint checkpoint) {
        this(name, root, Marker.NOT_NEEDED, checkpoint);
    }

    FolderDestination(String name, Path root, Marker marker, Checkpoint checkpoint, Function<String, Nature> natures) {
        this.place = new Place(name, root.toAbsolutePath(), marker, natures);
        this.checkpoint = checkpoint;
    }

    /**
     * Puts the marker file into the folder, once, when a person sets the destination up and so vouches that the right
     * disk is plugged in.
     *
     * @throws BackupFault {@code DESTINATION_MISSING} when there is no such folder
     */
    public void mark() {
        if (!Files.isDirectory(place.root())) {
            throw place.missing();
        }
        Path file = place.root().resolve(Marker.FILE_NAME);
        try {
            Files.writeString(file, Marker.TEXT, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // Marked before: what stands there may have been written in another language, and stays.
        } catch (IOException e) {
            throw new SystemFault(place.unmarked()).of(e, name(), Marker.TEXT.length());
        }
    }

    @Override
    public String name() {
        return place.destination();
    }

    @Override
    public String location() {
        return place.root().toString();
    }

    @Override
    public boolean replacesAtomically() {
        return here(name(), () -> place.nature().replacesAtomically());
    }

    @Override
    public Optional<Space> space() {
        return here(name(), () -> Optional.of(place.space()));
    }

    @Override
    public Staging stage(ArchiveName name, long expectedBytes) {
        return here(doing(name), () -> begin(name, expectedBytes));
    }

    @Override
    public void put(ArchiveName name, ArchiveSource source, ArchiveCheck check, Progress progress) {
        Growth growth = here(doing(name), () -> begin(name, source.sizeBytes()));
        growth.fill(source, progress);
        growth.commit(check);
    }

    private Growth begin(ArchiveName name, long sizeBytes) throws IOException {
        long limit = place.nature().fileLimit();
        if (sizeBytes > limit) {
            throw BackupFault.of(FaultCode.DESTINATION_FILE_TOO_LARGE, name(), sizeBytes, limit);
        }
        long free = place.space().freeBytes();
        if (sizeBytes > free) {
            throw new SystemFault(place).full(sizeBytes, free);
        }
        return new Growth(place, name, checkpoint, growing);
    }

    @Override
    public List<StoredArchive> list() {
        return here(name(), () -> contents().stored());
    }

    @Override
    public SeekableByteChannel open(ArchiveName name) {
        return here(doing(name), () -> FileChannel.open(standing(name), StandardOpenOption.READ));
    }

    @Override
    public void alias(ArchiveName original, ArchiveName alias) {
        boolean linked = here(doing(alias), () -> {
            Path file = standing(original);
            Siblings names = place.at(alias);
            place.makeFolders(alias);
            return new HardLink(place, checkpoint, growing).made(file, names);
        });
        if (!linked) {
            var source = here(doing(original), () -> new FileArchive(standing(original)));
            put(alias, source, copy -> requireSame(source, copy, alias), Progress.NONE);
        }
    }

    private void requireSame(FileArchive source, SeekableByteChannel copy, ArchiveName alias) {
        if (!here(doing(alias), () -> source.sameAs(copy))) {
            throw BackupFault.of(FaultCode.DESTINATION_LIED, name(), alias);
        }
    }

    @Override
    public void setAside(ArchiveName name, ArchiveName newName) {
        here(doing(name), () -> {
            Siblings from = place.at(name);
            from.repair();
            Siblings names = place.at(newName);
            if (names.standing().isPresent() || Files.exists(names.target(), LinkOption.NOFOLLOW_LINKS)) {
                throw BackupFault.of(FaultCode.OUTPUT_EXISTS, names.target());
            }
            place.makeFolders(newName);
            if (!Files.exists(from.target())) {
                throw BackupFault.of(FaultCode.ARCHIVE_MISSING, name);
            }
            return Files.move(from.target(), names.target(), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Override
    public boolean remove(ArchiveName name) {
        return here(doing(name), () -> {
            Siblings names = place.at(name);
            // Repaired first, so that no older copy comes back when the file is gone.
            names.repair();
            return Files.deleteIfExists(names.target());
        });
    }

    @Override
    public int sweep() {
        return here(name(), () -> contents().sweep(growing));
    }

    @Override
    public void close() {}

    private Contents contents() throws IOException {
        return Contents.of(place.root(), !place.nature().replacesAtomically());
    }

    private Path standing(ArchiveName name) throws IOException {
        return place.at(name).standing().orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_MISSING, name));
    }

    private String doing(ArchiveName name) {
        return name() + ": " + name;
    }

    /** Does something at the place, which must be there, and tells what goes wrong in our words. */
    private <T> T here(String doing, AtPlace<T> work) {
        place.require();
        try {
            return work.done();
        } catch (IOException | UncheckedIOException e) {
            throw new SystemFault(place).of(e, doing, 0);
        }
    }

    @FunctionalInterface
    private interface AtPlace<T> {
        T done() throws IOException;
    }
}

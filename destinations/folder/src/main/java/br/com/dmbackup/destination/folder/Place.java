package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.disk.DurableNames;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The folder as a place: whether it is there, what it can do, and where in it a name stands. */
record Place(String destination, Path root, Marker marker, Function<String, Nature> natures) {
    /** True while the folder, and its marker where one is required, can be seen. */
    boolean present() {
        return Files.isDirectory(root)
                && (marker == Marker.NOT_NEEDED || Files.isRegularFile(root.resolve(Marker.FILE_NAME)));
    }

    /**
     * @throws BackupFault {@code DESTINATION_MISSING}
     */
    void require() {
        if (!present()) {
            throw missing();
        }
    }

    Place unmarked() {
        return new Place(destination, root, Marker.NOT_NEEDED, natures);
    }

    BackupFault missing() {
        return BackupFault.of(FaultCode.DESTINATION_MISSING, destination, root);
    }

    FileStore store() throws IOException {
        return Files.getFileStore(root);
    }

    /** Asked each time: another drive may have been plugged in since. */
    Nature nature() throws IOException {
        return natures.apply(store().type());
    }

    Space space() throws IOException {
        FileStore store = store();
        return new Space(store.getUsableSpace(), store.getTotalSpace());
    }

    /** Where a name stands, after making sure that no link on the way leads elsewhere. */
    Siblings at(ArchiveName name) throws IOException {
        Path folder = root;
        Path path = root;
        Path deepest = root;
        for (String part : name.parts()) {
            folder = path;
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                throw BackupFault.of(FaultCode.ARCHIVE_NAME_INVALID, name);
            }
            deepest = Files.exists(path) ? path : deepest;
        }
        // A Windows junction is no symbolic link, so the real path is asked too.
        if (!deepest.toRealPath().startsWith(root.toRealPath())) {
            throw BackupFault.of(FaultCode.ARCHIVE_NAME_INVALID, name);
        }
        return new Siblings(folder, path.getFileName().toString(), !nature().replacesAtomically());
    }

    /** Makes the folders that a name needs, below the root alone. */
    void makeFolders(ArchiveName name) throws IOException {
        Path folder = root;
        List<String> parts = name.parts();
        for (String part : parts.subList(0, parts.size() - 1)) {
            Path parent = folder;
            folder = folder.resolve(part);
            if (!Files.isDirectory(folder)) {
                create(folder);
                DurableNames.in(parent);
            }
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Another thread made it in between.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}

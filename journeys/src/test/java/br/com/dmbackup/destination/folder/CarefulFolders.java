package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Checkpoint;
import java.nio.file.Path;

/** Opens any folder as if it stood on a file system that cannot replace a file atomically. */
public final class CarefulFolders {
    private CarefulFolders() {}

    public static FolderDestination open(String name, Path root, Checkpoint checkpoint) {
        return new FolderDestination(name, root, Marker.NOT_NEEDED, checkpoint,
                type -> new Nature(false, Long.MAX_VALUE));
    }
}

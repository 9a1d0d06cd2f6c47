package br.com.dmbackup.destination.folder;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that is a mount point. */
final class MountedPlace extends FolderPlace {
    private final Mount mount;
    private final boolean wholesome;

    /**
     * @param wholesome false for a driver that takes no accents in names and loses a file's time when it is renamed
     */
    MountedPlace(Path base, Mount mount, boolean wholesome) throws IOException {
        super(base, Nature::ofType);
        this.mount = mount;
        this.wholesome = wholesome;
    }

    static Path point(Path base) {
        return base.resolve("here/MCBkp");
    }

    @Override
    public boolean keepsTimes() {
        return wholesome;
    }

    @Override
    public boolean takesAccents() {
        return wholesome;
    }

    @Override
    public void close() {
        mount.close();
    }
}

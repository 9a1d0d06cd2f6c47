package br.com.dmbackup.desktop.drive;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * By what every Java knows: meant for Windows, where it was not tried. There each drive has a letter, and the file store
 * says itself whether it is removable.
 */
final class StoreDrives implements Drives {
    @Override
    public List<Drive> all() {
        List<Drive> drives = new ArrayList<>();
        for (Path root : FileSystems.getDefault().getRootDirectories()) {
            there(root).filter(drive -> drive.totalBytes() > 0).ifPresent(drives::add);
        }
        drives.sort(Comparator.comparing(Drive::removable).reversed());
        return drives;
    }

    /** A card reader without a card has a letter, too. */
    private static Optional<Drive> there(Path root) {
        try {
            return Optional.of(drive(root, Files.getFileStore(root)));
        } catch (IOException empty) {
            return Optional.empty();
        }
    }

    @Override
    public Drive of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        Path root = real.getRoot();
        return drive(root == null ? real : root, Files.getFileStore(real));
    }

    private static Drive drive(Path root, FileStore store) throws IOException {
        String label = store.name().isBlank() ? root.toString() : store.name() + " (" + root + ")";
        return new Drive(root, label, removable(store), store.type(), store.getUsableSpace(), store.getTotalSpace(),
                root.toString());
    }

    private static boolean removable(FileStore store) {
        try {
            return Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }
}

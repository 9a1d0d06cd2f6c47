package br.com.dmbackup.desktop.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a folder before a copy is written there.
 *
 * @param replaced when the archive was made that would be replaced
 * @param databaseDisk whether it is on the disk of the database or of the backups themselves
 */
public record FolderFacts(Path folder, Drive drive, Optional<Instant> replaced, boolean databaseDisk) {

    /**
     * Looks.
     *
     * @param others folders of which a copy is to be kept apart
     */
    public static FolderFacts of(Path folder, String archive, Drives drives, Iterable<Path> others) throws IOException {
        Drive drive = drives.of(folder);
        boolean same = false;
        for (Path other : others) {
            same |= Files.exists(other) && drives.of(other).sameDiskAs(drive);
        }
        return new FolderFacts(folder, drive, replaced(folder.resolve(archive)), same);
    }

    private static Optional<Instant> replaced(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.getLastModifiedTime(file).toInstant()) : Optional.empty();
    }

    /** Whether a file of that length cannot stand there, however much room there is. */
    public boolean tooLong(long bytes) {
        return bytes > drive.fileLimit();
    }

    /** The old one stays until the new one is right, so both need room. */
    public boolean tooFull(long bytes) {
        return bytes > drive.freeBytes();
    }
}

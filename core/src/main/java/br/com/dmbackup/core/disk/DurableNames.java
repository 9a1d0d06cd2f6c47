package br.com.dmbackup.core.disk;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings names to the disk, where the system lets a program ask for it. */
public final class DurableNames {
    private DurableNames() {}

    /**
     * Makes the names in a folder durable. Windows opens no folder, and some file systems know no fsync of one: there
     * the order of the renames must do, and it does, as no commit relies on this. An interruption waits until it is
     * done: past a rename there is no turning back.
     *
     * @throws IOException when the folder is no longer there
     */
    public static void in(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!synced(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean synced(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        } catch (IOException e) {
            if (Files.isDirectory(folder)) {
                return true;
            }
            throw e;
        }
    }
}

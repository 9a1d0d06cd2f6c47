package br.com.dmbackup.engine.file;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Tries to open a file without sharing it, which Windows refuses while others have it open. Not tried on Windows yet.
 * For the moment of the trial a program that opens the file is refused in turn, so it comes only after the file stood
 * still.
 */
final class WindowsOpenFiles implements OpenFiles {
    @Override
    public boolean forWriting(Path file) {
        return refused(file, Set.of(StandardOpenOption.READ, ExtendedOpenOption.NOSHARE_WRITE));
    }

    @Override
    public boolean atAll(Path file) {
        return refused(file, Set.of(StandardOpenOption.READ, ExtendedOpenOption.NOSHARE_READ,
                ExtendedOpenOption.NOSHARE_WRITE, ExtendedOpenOption.NOSHARE_DELETE));
    }

    private static boolean refused(Path file, Set<OpenOption> unshared) {
        try (FileChannel channel = FileChannel.open(file, unshared)) {
            return !channel.isOpen();
        } catch (IOException inUse) {
            return Files.exists(file);
        }
    }
}

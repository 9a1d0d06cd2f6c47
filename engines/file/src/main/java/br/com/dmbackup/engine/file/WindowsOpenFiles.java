package br.com.dmbackup.engine.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Tries to open a file without sharing it, which Windows refuses while others have it open. Not tried on Windows yet.
 * For the moment of the trial a program that opens the file is refused in turn, so it comes only after the file stood
 * still.
 */
final class WindowsOpenFiles implements OpenFiles {
    /** The JDK's own word for sharing; it is not in {@code java.base}, so an image of the runtime may lack it. */
    private static final String OPTIONS = "com.sun.nio.file.ExtendedOpenOption";

    @Override
    public boolean forWriting(Path file) {
        return refused(file, unshared("NOSHARE_WRITE"));
    }

    @Override
    public boolean atAll(Path file) {
        return refused(file, unshared("NOSHARE_READ", "NOSHARE_WRITE", "NOSHARE_DELETE"));
    }

    private static Set<OpenOption> unshared(String... names) {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.READ));
        try {
            for (Object option : Class.forName(OPTIONS).getEnumConstants()) {
                if (option instanceof OpenOption open && Set.of(names).contains(option.toString())) {
                    options.add(open);
                }
            }
        } catch (ClassNotFoundException withoutThem) {
            // Then only standing still tells.
            return options;
        }
        return options;
    }

    private static boolean refused(Path file, Set<OpenOption> unshared) {
        try (FileChannel channel = FileChannel.open(file, unshared)) {
            return !channel.isOpen();
        } catch (IOException inUse) {
            return Files.exists(file);
        }
    }
}

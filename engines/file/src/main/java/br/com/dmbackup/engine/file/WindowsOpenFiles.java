package br.com.dmbackup.engine.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries to open a file without sharing it, which Windows refuses while others have it open. Not tried on Windows yet.
 * For the moment of the trial a program that opens the file is refused in turn, so it comes only after the file stood
 * still.
 */
final class WindowsOpenFiles implements OpenFiles {
    /** The JDK's own options for Windows; named here as text, as compilers warn of naming the type. */
    private static final String OPTIONS = "com.sun.nio.file.ExtendedOpenOption";

    @Override
    public boolean forWriting(Path file) {
        return refused(file, List.of("NOSHARE_WRITE"));
    }

    @Override
    public boolean atAll(Path file) {
        return refused(file, List.of("NOSHARE_READ", "NOSHARE_WRITE", "NOSHARE_DELETE"));
    }

    private static boolean refused(Path file, List<String> unshared) {
        try (FileChannel channel = FileChannel.open(file, options(unshared))) {
            return !channel.isOpen();
        } catch (IOException inUse) {
            return Files.exists(file);
        }
    }

    /** Reading, without sharing; all of the names or none, on a JDK that has no such options. */
    static Set<OpenOption> options(List<String> unshared) {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.READ));
        try {
            Arrays.stream(Class.forName(OPTIONS).getEnumConstants())
                    .filter(option -> unshared.contains(option.toString())).map(OpenOption.class::cast)
                    .forEach(options::add);
        } catch (ClassNotFoundException anotherJdk) {
            return options;
        }
        return options;
    }
}

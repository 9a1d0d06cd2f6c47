package br.com.dmbackup.engine.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Asks {@code /proc} which processes of this machine have a file open: those of this account, or all of them for the
 * system's administrator. Writers on other machines, and in containers that see other paths, are not seen.
 */
final class LinuxOpenFiles implements OpenFiles {
    static final Path PROCESSES = Path.of("/proc");
    /** O_WRONLY or O_RDWR. */
    private static final int WRITE_FLAGS = 3;

    @Override
    public boolean forWriting(Path file) {
        return anyDescriptor(file, LinuxOpenFiles::writes);
    }

    @Override
    public boolean atAll(Path file) {
        return anyDescriptor(file, descriptor -> true);
    }

    private static boolean anyDescriptor(Path file, Predicate<Path> wanted) {
        try {
            Path real = file.toRealPath();
            return anyEntry(PROCESSES, process -> isProcess(process)
                    && anyEntry(process.resolve("fd"), descriptor -> leadsTo(descriptor, real)
                            && wanted.test(descriptor)));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Entries of others, and of processes that end meanwhile, cannot be read. */
    private static boolean anyEntry(Path folder, Predicate<Path> wanted) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (wanted.test(entry)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException untold) {
            return false;
        }
    }

    private static boolean isProcess(Path entry) {
        return Character.isDigit(String.valueOf(entry.getFileName()).charAt(0));
    }

    /** The link's text alone: following it could hang on a share that is away. */
    private static boolean leadsTo(Path descriptor, Path real) {
        try {
            return Files.readSymbolicLink(descriptor).equals(real);
        } catch (IOException untold) {
            return false;
        }
    }

    private static boolean writes(Path descriptor) {
        Path told = descriptor.resolveSibling("../fdinfo").resolve(String.valueOf(descriptor.getFileName()));
        try {
            return Files.readAllLines(told).stream().filter(line -> line.startsWith("flags:"))
                    .map(line -> Integer.parseUnsignedInt(line.substring("flags:".length()).strip(), 8))
                    .anyMatch(flags -> (flags & WRITE_FLAGS) != 0);
        } catch (IOException untold) {
            return false;
        }
    }
}

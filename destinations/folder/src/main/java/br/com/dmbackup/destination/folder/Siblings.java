package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.disk.DurableNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive's final name and the two that may stand beside it while it is replaced without an atomic rename. The order
 * of that replacement is: {@code .novo} written and checked; final renamed to {@code .velho}; {@code .novo} renamed to
 * final; {@code .velho} deleted. So whatever moment a process died at, the names say what counts:
 * <ul>
 * <li>final stands: it counts; {@code .novo} is unfinished, {@code .velho} was waiting for its deletion;
 * <li>final is missing, {@code .velho} stands: {@code .novo} had been checked and counts; without one, {@code .velho};
 * <li>only {@code .novo} stands: it never was committed, nothing counts.
 * </ul>
 * Where an atomic rename replaces, nobody of ours ever makes a file of those names: they are people's own there, count
 * for nothing and are never touched.
 *
 * @param careful whether files are replaced without an atomic rename here
 */
record Siblings(Path folder, String fileName, boolean careful) {
    static final String NEW = ".novo";
    static final String OLD = ".velho";

    Path target() {
        return folder.resolve(fileName);
    }

    Path novo() {
        return folder.resolve(fileName + NEW);
    }

    Path velho() {
        return folder.resolve(fileName + OLD);
    }

    /** The file that counts as the archive now; changes nothing. */
    Optional<Path> standing() {
        if (exists(target())) {
            return Optional.of(target());
        }
        if (!careful || !exists(velho())) {
            return Optional.empty();
        }
        return Optional.of(exists(novo()) ? novo() : velho());
    }

    /** Finishes or takes back what a dead process left, so that final name and nothing else stands; how many files. */
    int repair() throws IOException {
        if (!careful) {
            return 0;
        }
        int left = (exists(novo()) ? 1 : 0) + (exists(velho()) ? 1 : 0);
        if (left == 0) {
            return 0;
        }
        Optional<Path> standing = standing();
        if (standing.isPresent() && !standing.get().equals(target())) {
            Files.move(standing.get(), target());
            DurableNames.in(folder);
        }
        Files.deleteIfExists(novo());
        Files.deleteIfExists(velho());
        return left;
    }

    private static boolean exists(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }
}

package br.com.dmbackup.core.engine.onefile;

import br.com.dmbackup.core.disk.GentleDeletion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the files of one kind of database belong together: the database file itself, and the side files that its program
 * names after it, such as a journal.
 *
 * @param sides what the names of side files end in; the one without which the others are worth least comes first
 */
public record FileFamily(List<String> sides) {
    /** A file that nothing belongs to. */
    public static final FileFamily ALONE = new FileFamily(List.of());
    private static final Logger LOG = LoggerFactory.getLogger(FileFamily.class);

    public FileFamily {
        sides = List.copyOf(sides);
    }

    public static Path side(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }

    public static Path folder(Path database) {
        Path parent = database.toAbsolutePath().getParent();
        return parent == null ? database.toAbsolutePath() : parent;
    }

    /** Whether the database or a side file that would be taken for part of a new file of that name is there. */
    public boolean anyOf(Path database) {
        return Files.exists(database) || hasSides(database);
    }

    public boolean hasSides(Path database) {
        return sides.stream().anyMatch(suffix -> Files.exists(side(database, suffix)));
    }

    /** Deletes what is ours alone. */
    public void delete(Path database) throws IOException {
        GentleDeletion.deleteIfExists(database);
        for (String suffix : sides) {
            Files.deleteIfExists(side(database, suffix));
        }
    }

    /**
     * Deletes what a call leaves behind, and never throws: it would hide the fault that the call ends with, or undo in
     * words what was done. What stays is cleared at the next start, which tells when it cannot.
     */
    public void clear(Path database) {
        try {
            delete(database);
        } catch (IOException stuck) {
            LOG.warn("{} stays until the next start", database, stuck);
        }
    }

    /** The database first: from then on nobody can open it without its journal. */
    void moveAside(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
        moveSides(from, to);
    }

    /** The journals first: the database must not be reachable without them. */
    void moveBack(Path from, Path to) throws IOException {
        moveSides(from, to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void moveSides(Path from, Path to) throws IOException {
        for (String suffix : sides) {
            if (Files.exists(side(from, suffix))) {
                Files.move(side(from, suffix), side(to, suffix), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /**
     * Gives a finished file its final name, never over another file. A hard link refuses an existing name even in a
     * race; where the file system has none, the system's rename must do.
     */
    public static void publish(Path finished, Path finalName) throws IOException {
        if (linked(finished, finalName)) {
            Files.delete(finished);
        } else {
            Files.move(finished, finalName);
        }
        makeFolderDurable(folder(finalName));
    }

    private static boolean linked(Path finished, Path finalName) throws FileAlreadyExistsException {
        try {
            Files.createLink(finalName, finished);
            return true;
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            return false;
        }
    }

    public static void makeDurable(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Windows cannot open a folder; there the file system's own journal must do. */
    public static void makeFolderDurable(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            return;
        }
    }
}

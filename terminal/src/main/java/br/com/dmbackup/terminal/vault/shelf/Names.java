package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.disk.DurableNames;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Gives finished files their names. Whatever dies in between, a file that had a name still has one; and a name gives one
 * whole file, or for a moment, where the system knows no better, none.
 */
public final class Names {
    private Names() {}

    /** Gives the file the name, in place of what stands there, which must have another name by now or be of no more use. */
    public static void replace(Path from, Path to) throws IOException {
        makeFolderOf(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(to);
    }

    /** Gives the file another name, at which nothing stands; the first one is free afterwards. */
    public static void move(Path from, Path to) throws IOException {
        makeFolderOf(to);
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(to);
        sync(from);
    }

    /** Gives the file a second name, at which nothing stands; false where the file system knows no such thing. */
    public static boolean link(Path from, Path to) throws IOException {
        makeFolderOf(to);
        try {
            Files.createLink(to, from);
            sync(to);
            return true;
        } catch (UnsupportedOperationException | FileSystemException unknown) {
            return false;
        }
    }

    private static void makeFolderOf(Path file) throws IOException {
        Path folder = parent(file);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(folder);
            sync(parent(folder));
        }
    }

    /** Makes the names beside this one durable. */
    private static void sync(Path file) throws IOException {
        DurableNames.in(parent(file));
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}

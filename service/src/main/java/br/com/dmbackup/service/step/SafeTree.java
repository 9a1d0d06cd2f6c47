package br.com.dmbackup.service.step;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * A tree of folders that a less trusted account may change while an administrator walks through it. Each folder is opened
 * from within the one above it and never by its path, so that a link laid in a folder's place leads nowhere.
 */
final class SafeTree {
    /** What is done to each. */
    @FunctionalInterface
    interface Visit {
        /** @param view of what was found, to be changed by it alone; nothing that is a link */
        void visit(PosixFileAttributeView view, PosixFileAttributes found) throws IOException;
    }

    private SafeTree() {}

    /** The folder itself first; nothing where the system cannot do it (Windows). */
    static void walk(Path root, Visit visit) throws IOException {
        Path trusted = trusted(root);
        Path rest = trusted.relativize(root.toAbsolutePath().normalize());
        try (DirectoryStream<Path> top = Files.newDirectoryStream(trusted.toRealPath())) {
            if (top instanceof SecureDirectoryStream<Path> secure) {
                walk(secure, rest, visit);
            }
        }
    }

    private static void walk(SecureDirectoryStream<Path> top, Path rest, Visit visit) throws IOException {
        SecureDirectoryStream<Path> open = top;
        try {
            for (Path name : rest) {
                if (!name.toString().isEmpty()) {
                    open = inside(open, name);
                }
            }
            within(open, visit);
        } finally {
            open.close();
        }
    }

    /** The longest beginning of a path in which every folder is the system's, and nobody else can change its way. */
    private static Path trusted(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        Path trusted = whole.getRoot();
        if (!whole.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return whole;
        }
        for (Path name : whole) {
            Path next = trusted.resolve(name);
            if ((int) Files.getAttribute(next, "unix:uid", LinkOption.NOFOLLOW_LINKS) != 0
                    || (int) Files.getAttribute(next, "unix:uid") != 0) {
                break;
            }
            trusted = next;
        }
        return trusted;
    }

    private static SecureDirectoryStream<Path> inside(SecureDirectoryStream<Path> folder, Path name)
            throws IOException {
        try (folder) {
            return folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static void within(SecureDirectoryStream<Path> folder, Visit visit) throws IOException {
        PosixFileAttributeView self = folder.getFileAttributeView(PosixFileAttributeView.class);
        visit.visit(self, self.readAttributes());
        for (Path found : folder) {
            Path name = found.getFileName();
            PosixFileAttributeView view = folder.getFileAttributeView(name, PosixFileAttributeView.class,
                    LinkOption.NOFOLLOW_LINKS);
            PosixFileAttributes attributes = view.readAttributes();
            if (attributes.isDirectory()) {
                try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name,
                        LinkOption.NOFOLLOW_LINKS)) {
                    within(inner, visit);
                }
            } else if (attributes.isRegularFile()) {
                visit.visit(view, attributes);
            }
        }
    }
}

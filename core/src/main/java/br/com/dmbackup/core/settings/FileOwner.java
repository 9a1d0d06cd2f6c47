package br.com.dmbackup.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;

/**
 * Whose a file is. Whoever owns the folder may lay a link in the file's place at any moment: it is never followed, and an
 * administrator who hands a file over hands over nothing else.
 */
public final class FileOwner {
    private FileOwner() {}

    /** The owner of what stands there itself. */
    public static UserPrincipal of(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes it so, where it is not. Nothing where the system has no POSIX permissions. */
    public static void set(Path file, UserPrincipal owner) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view != null && !view.getOwner().equals(owner)) {
            view.setOwner(owner);
        }
    }
}

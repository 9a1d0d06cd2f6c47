package br.com.dmbackup.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Deletes a big file of our own in small steps. A file system that tells the drive at once which blocks are free holds up
 * everybody's next commit for as long as the file is big.
 *
 * <p>Whoever has such a file open sees it shrink. A file with a second name is never
 * shortened, as the other name's owner would lose its bytes; its name alone goes.
 */
public final class GentleDeletion {
    static final long STEP_BYTES = 1L << 20;
    /** On a disk that turns each step takes some time: the longest file is not to take minutes. */
    private static final int MOST_STEPS = 400;

    private GentleDeletion() {}

    /**
     * Like {@link Files#deleteIfExists}.
     *
     * @throws IOException when it cannot be deleted
     */
    public static boolean deleteIfExists(Path file) throws IOException {
        if (shrinkable(file)) {
            shrink(file);
        }
        return Files.deleteIfExists(file);
    }

    /**
     * Like {@link Files#deleteIfExists}, for a file that others may be reading and go on reading: then, and where the
     * system does not tell, it goes in one piece. Nobody may know its name any more.
     *
     * @throws IOException when it cannot be deleted
     */
    public static boolean deleteUnlessRead(Path file) throws IOException {
        if (shrinkable(file) && Readers.noneOf(file)) {
            shrink(file);
        }
        return Files.deleteIfExists(file);
    }

    /** Only where the system tells how many names a file has. */
    private static boolean shrinkable(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return seen.isRegularFile() && seen.size() > STEP_BYTES
                    && file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && Integer.valueOf(1).equals(Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException unknown) {
            return false;
        }
    }

    private static void shrink(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            long step = Math.max(STEP_BYTES, channel.size() / MOST_STEPS);
            for (long left = channel.size() - step; left > 0; left -= step) {
                channel.truncate(left);
                channel.force(true);
            }
        } catch (IOException notSo) {
            // Not ours to write, or we are interrupted: it goes in one piece, as it would without us.
            return;
        }
    }
}

package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held for as long as this launcher lives: a home has one for each role, and a second one that is started ends at once. */
public final class OnlyLauncher implements AutoCloseable {
    private static final String LOCK = "lock";

    private final FileChannel channel;

    private OnlyLauncher(FileChannel channel) {
        this.channel = channel;
    }

    /** None where there is a launcher already. */
    static Optional<OnlyLauncher> of(Path home, Role role) throws IOException {
        Files.createDirectories(role.folder(home));
        FileChannel channel = FileChannel.open(role.folder(home).resolve(LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (locked(channel)) {
            return Optional.of(new OnlyLauncher(channel));
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether a launcher, of whatever process, holds this home's agent now. */
    public static boolean lives(Path home) throws IOException {
        Path lock = Role.AGENT.folder(home).resolve(LOCK);
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return !locked(channel);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

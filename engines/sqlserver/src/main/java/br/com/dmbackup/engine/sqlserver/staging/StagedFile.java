package br.com.dmbackup.engine.sqlserver.staging;

import br.com.dmbackup.core.disk.GentleDeletion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One backup file in the staging folder, under a name that is used once. Whoever made it holds a lock beside it for as
 * long as it lives, so that others know what a dead process left: the system gives up the locks of the dead.
 */
public final class StagedFile implements AutoCloseable {
    private static final String PREFIX = "dmbackup-";
    private static final String DUMP = ".bak";
    private static final String LOCK = ".lock";
    private static final Pattern NAME = Pattern.compile(
            "(" + PREFIX + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\\.bak|\\.lock)");

    /**
     * Those of this process. Never to be opened again: a system that counts locks by process gives up all of a file's
     * when any one channel to it is closed.
     */
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final String stem;
    private final FileChannel lock;

    private StagedFile(Path folder, String stem, FileChannel lock) {
        this.folder = folder;
        this.stem = stem;
        this.lock = lock;
    }

    /** What stays though it was to be deleted, and why. */
    public record Stuck(Path file, IOException why) {}

    /**
     * What a tidying found.
     *
     * @param removed how many files of dead processes are gone
     * @param stuck those that could not be deleted
     */
    public record Tidied(int removed, List<Stuck> stuck) {}

    /** A new name, held; the file itself is the server's to make. */
    public static StagedFile claim(Path folder) throws IOException {
        while (true) {
            String stem = PREFIX + UUID.randomUUID();
            Path beside = folder.resolve(stem + LOCK);
            OURS.add(stem);
            FileChannel lock = null;
            try {
                lock = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                // Another process that tidies may have been quicker.
                if (lock.tryLock() != null && Files.exists(beside)) {
                    return new StagedFile(folder, stem, lock);
                }
                lock.close();
                OURS.remove(stem);
            } catch (IOException failed) {
                if (lock != null) {
                    lock.close();
                    Files.deleteIfExists(beside);
                }
                OURS.remove(stem);
                throw failed;
            }
        }
    }

    /** Removes what dead processes left in the folder, and nothing else. */
    public static Tidied tidy(Path folder) throws IOException {
        int removed = 0;
        List<Stuck> stuck = new ArrayList<>();
        for (String stem : stems(folder)) {
            if (OURS.contains(stem)) {
                continue;
            }
            try (FileChannel claimed = claimOfTheDead(folder.resolve(stem + LOCK))) {
                if (claimed == null) {
                    continue;
                }
                removed += GentleDeletion.deleteIfExists(folder.resolve(stem + DUMP)) ? 1 : 0;
            } catch (IOException why) {
                stuck.add(new Stuck(folder.resolve(stem + DUMP), why));
                continue;
            }
            try {
                Files.deleteIfExists(folder.resolve(stem + LOCK));
            } catch (IOException why) {
                stuck.add(new Stuck(folder.resolve(stem + LOCK), why));
            }
        }
        return new Tidied(removed, stuck);
    }

    /** The file, as this machine sees its folder. */
    public Path file() {
        return folder.resolve(name());
    }

    /** Its name in the folder. */
    public String name() {
        return stem + DUMP;
    }

    /** Deletes it, where it was not moved away; what cannot be deleted is left to the next tidying. */
    @Override
    public void close() {
        delete(file());
        try {
            lock.close();
        } catch (IOException gone) {
            // Who has no lock any more has given it up.
        }
        delete(folder.resolve(stem + LOCK));
        OURS.remove(stem);
    }

    private static void delete(Path file) {
        try {
            GentleDeletion.deleteIfExists(file);
        } catch (IOException inUse) {
            // Told by the next tidying, when it is still there then.
        }
    }

    private static List<String> stems(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName()))).filter(Matcher::matches)
                    .flatMap(match -> Optional.ofNullable(match.group(1)).stream()).distinct().sorted().toList();
        }
    }

    /** The lock of a file whose owner is dead; null where he is alive. */
    private static @Nullable FileChannel claimOfTheDead(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        return null;
    }
}

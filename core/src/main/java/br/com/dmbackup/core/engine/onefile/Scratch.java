package br.com.dmbackup.core.engine.onefile;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of databases that are being restored: {@code <database>.dmbackup-restauro-<process>-<its start>-<random>},
 * beside the database they are meant for, so that a rename brings them home. The process stands in the name so that what
 * a dead one left can be told from what a living one needs.
 */
public final class Scratch {
    private static final String MARK = ".dmbackup-restauro-";
    private static final Pattern OWNER = Pattern.compile("(\\d+)-(\\d+)-[0-9a-f-]{36}");
    /** The start of a process as the system reports it moves when the clock is set; its number alone is used again. */
    private static final Duration SAME_START = Duration.ofMinutes(2);
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private Scratch() {}

    public static Path beside(Path database) {
        String owner = ProcessHandle.current().pid() + "-" + start(ProcessHandle.current());
        Path scratch = database.toAbsolutePath()
                .resolveSibling(database.getFileName() + MARK + owner + "-" + UUID.randomUUID());
        OURS.add(scratch);
        return scratch;
    }

    public static boolean isScratch(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().contains(MARK);
    }

    public static void delete(Path scratch, FileFamily family) throws IOException {
        family.delete(scratch);
        release(scratch);
    }

    /**
     * Gives a checked scratch its final name, which nobody may bear yet.
     *
     * @throws BackupFault {@code RESTORE_TARGET_EXISTS}
     */
    public static void publish(Path scratch, Path finalName, FileFamily family) throws IOException {
        requireFree(finalName, family);
        try {
            FileFamily.publish(scratch, finalName);
        } catch (FileAlreadyExistsException taken) {
            throw exists(finalName).causedBy(taken);
        }
        release(scratch);
    }

    /** @throws BackupFault {@code RESTORE_TARGET_EXISTS} */
    public static void requireFree(Path finalName, FileFamily family) {
        if (family.anyOf(finalName)) {
            throw exists(finalName);
        }
    }

    private static BackupFault exists(Path finalName) {
        return BackupFault.of(FaultCode.RESTORE_TARGET_EXISTS, finalName);
    }

    /** Drops what dead processes left beside this database, and names it. */
    public static List<String> dropAbandoned(Path database, FileFamily family) throws IOException {
        List<String> dropped = new ArrayList<>();
        for (Path scratch : abandoned(database)) {
            delete(scratch, family);
            dropped.add(scratch.toString());
        }
        return dropped;
    }

    /** The file has another name now, or none. */
    public static void release(Path scratch) {
        OURS.remove(scratch.toAbsolutePath());
    }

    /** What dead processes left beside this database; side files are not named apart. */
    private static List<Path> abandoned(Path database) throws IOException {
        Path folder = FileFamily.folder(database);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String prefix = database.getFileName() + MARK;
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
                file -> String.valueOf(file.getFileName()).startsWith(prefix))) {
            for (Path file : files) {
                Matcher owner = OWNER.matcher(String.valueOf(file.getFileName()).substring(prefix.length()));
                if (owner.matches() && isAbandoned(file, owner)) {
                    found.add(file);
                }
            }
        }
        found.sort(null);
        return found;
    }

    private static boolean isAbandoned(Path file, Matcher owner) {
        long process = Long.parseLong(owner.group(1));
        if (process == ProcessHandle.current().pid()) {
            return !OURS.contains(file.toAbsolutePath());
        }
        Optional<ProcessHandle> living = ProcessHandle.of(process);
        return living.isEmpty()
                || Math.abs(start(living.get()) - Long.parseLong(owner.group(2))) > SAME_START.toSeconds();
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}

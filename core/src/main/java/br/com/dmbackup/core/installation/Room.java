package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.SpaceNeed;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the slots of a home will need, and what there is.
 *
 * @param need from the archives that are there; without any, an archive is taken for a third of its database
 * @param usableBytes what is free, and what archives in the slots take already
 */
public record Room(SpaceNeed need, long usableBytes) {
    private static final int DATABASE_TO_ARCHIVE = 3;

    public static Room of(Home home, long databaseBytes, boolean keepDump) {
        try {
            List<Long> archives = archives(home.backupFolder());
            long archive = archives.stream().mapToLong(Long::longValue).max()
                    .orElse(databaseBytes / DATABASE_TO_ARCHIVE);
            long held = archives.stream().mapToLong(Long::longValue).sum();
            long free = Files.getFileStore(standing(home.root())).getUsableSpace();
            return new Room(new SpaceNeed(archive, databaseBytes * (keepDump ? 2 : 1), false), free + held);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, home.root(), e.toString()).causedBy(e);
        }
    }

    public boolean enoughFor(int slots) {
        return need.bytesFor(slots) <= usableBytes;
    }

    public OptionalInt slotsThatFit() {
        return need.slotsThatFit(usableBytes);
    }

    /** The folder itself, or the one in which it would be made. */
    public static Path standing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** Lengths of the archives in the slots. */
    private static List<Long> archives(Path backupFolder) throws IOException {
        if (!Files.isDirectory(backupFolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(backupFolder, 2, (file, attributes) -> attributes.isRegularFile()
                && file.toString().endsWith(".zip") && !backupFolder.equals(file.getParent()))) {
            return files.map(file -> file.toFile().length()).toList();
        }
    }
}

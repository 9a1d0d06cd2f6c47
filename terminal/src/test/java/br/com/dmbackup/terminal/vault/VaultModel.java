package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be true of a terminal, as simply as it can be said: a list of everything that it ever accepted, and for each
 * whether it must still be there.
 */
final class VaultModel {
    private static final long DAY = 24 * 60;
    /** Minutes by which a burst may be stamped ahead. */
    private static final long BURST = 60;

    private static final byte[] NOT_OFFERED = {};

    private final Path root;
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<BackupId, byte[]> dumps = new HashMap<>();
    private final Set<BackupId> rotten = new HashSet<>();
    /** Files never change, so each is looked at once. */
    private final Map<String, BackupId> looked = new HashMap<>();

    /** One archive that was accepted; the list's order is that of acceptance. */
    private static final class Accepted {
        private final BackupId backup;
        private final Slot slot;
        private long at;
        private long replacedAt = Long.MAX_VALUE;
        /** It was free to go once; a clock that went back since, as its file was lost, does not bring it back. */
        private boolean free;

        Accepted(BackupId backup, Slot slot, long at) {
            this.backup = backup;
            this.slot = slot;
            this.at = at;
        }
    }

    VaultModel(Path root) {
        this.root = root;
    }

    /** Somebody offers this; whether it is taken is another question. */
    void offered(Backup backup) {
        dumps.put(backup.id(), backup.dump());
    }

    /** It was not: it must not be found anywhere that counts. */
    void refused(Backup backup) {
        if (accepted.stream().noneMatch(archive -> archive.backup.equals(backup.id()))) {
            dumps.remove(backup.id());
        }
    }

    void accepted(Backup backup, long minute) {
        accepted(backup.id(), backup.slot(), minute);
    }

    void accepted(BackupId backup, Slot slot, long minute) {
        for (Accepted old : accepted) {
            if (old.slot.equals(slot) && old.replacedAt == Long.MAX_VALUE) {
                if (old.backup.equals(backup)) {
                    return;
                }
                old.replacedAt = minute;
            }
        }
        accepted.add(new Accepted(backup, slot, Math.max(minute, last(minute) + 1)));
    }

    /** No two are stamped with the same minute. */
    private long last(long now) {
        return accepted.stream().mapToLong(archive -> archive.at).filter(at -> at < now + DAY).max().orElse(-1);
    }

    void rotten(BackupId backup) {
        rotten.add(backup);
    }

    /** When the terminal accepted what stands in its slots is not known any more: just now. */
    void forgotAges(long minute) {
        List<Accepted> standing = accepted.stream().filter(archive -> archive.replacedAt == Long.MAX_VALUE)
                .sorted(Comparator.comparing(archive -> archive.slot)).toList();
        accepted.removeAll(standing);
        for (Accepted archive : standing) {
            archive.at = Math.max(minute, last(minute) + 1);
            accepted.add(archive);
        }
    }

    int size() {
        return accepted.size();
    }

    /** The backup in a slot, as the disk has it. */
    Optional<BackupId> inSlot(Slot slot) throws IOException {
        Path file = root.resolve(slot.folderName()).resolve("MCDados.zip");
        return Files.exists(file) ? Optional.of(look(file)) : Optional.empty();
    }

    private BackupId look(Path file) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
        String key = seen.fileKey() + " " + seen.size() + " " + seen.creationTime() + " " + seen.lastModifiedTime();
        BackupId known = looked.get(key);
        if (known == null) {
            FoundArchive found = FoundArchive.at(file);
            byte[] offered = dumps.getOrDefault(found.backup(), NOT_OFFERED);
            assertThat(offered).as("what stands in %s was offered", file).isNotSameAs(NOT_OFFERED);
            if (!rotten.contains(found.backup())) {
                found.assertHolds(offered);
            }
            known = found.backup();
            looked.put(key, known);
        }
        return known;
    }

    /** Looks at the disk: everything that must be there is, and nothing else than what was offered. */
    void check(long now) throws IOException {
        Set<BackupId> there = new HashSet<>();
        for (Path file : files()) {
            there.add(look(file));
        }
        for (int number = 0; number < accepted.size(); number++) {
            Accepted archive = accepted.get(number);
            archive.free |= !mustBeThere(number, now);
            if (!rotten.contains(archive.backup) && !archive.free) {
                assertThat(there.contains(archive.backup) || hasNeighbour(number, there, now))
                        .as("%s accepted at %d, replaced at %d, now %d", archive.backup, archive.at,
                                archive.replacedAt, now)
                        .isTrue();
            }
        }
        if (!accepted.isEmpty()) {
            assertThat(look(root.resolve("MCDados.zip"))).as("the newest")
                    .isIn(accepted.stream().map(archive -> archive.backup).toList());
        }
    }

    /** Which one of a burst is the first of a day may differ by some minutes: then one of those is there. */
    private boolean hasNeighbour(int number, Set<BackupId> there, long now) {
        Accepted archive = accepted.get(number);
        return !mustBeThereAnyway(archive, now) && accepted.stream().anyMatch(
                other -> Math.abs(other.at - archive.at) <= BURST && there.contains(other.backup));
    }

    private boolean mustBeThere(int number, long now) {
        Accepted archive = accepted.get(number);
        return mustBeThereAnyway(archive, now)
                || (firstOfItsDay(number) && now < (archive.at / DAY + 15) * DAY);
    }

    private boolean mustBeThereAnyway(Accepted archive, long now) {
        boolean standing = archive.replacedAt == Long.MAX_VALUE;
        boolean fewNewer = accepted.stream().filter(other -> other.at > archive.at).count() < 24;
        boolean young = now - archive.replacedAt < 2 * DAY;
        return standing || fewNewer || young;
    }

    private boolean firstOfItsDay(int number) {
        long day = accepted.get(number).at / DAY;
        return accepted.subList(0, number).stream().noneMatch(earlier -> earlier.at / DAY == day);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Slot slot : Slot.ALL) {
            files.add(root.resolve(slot.folderName()).resolve("MCDados.zip"));
        }
        Path kept = root.resolve("guardado");
        if (Files.isDirectory(kept)) {
            try (var folders = Files.list(kept)) {
                folders.forEach(folder -> files.add(folder.resolve("MCDados.zip")));
            }
        }
        files.removeIf(file -> !Files.exists(file));
        return files;
    }
}

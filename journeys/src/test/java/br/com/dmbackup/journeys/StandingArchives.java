package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.destination.folder.CarefulFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in a store's folders, seen without the catalog. */
final class StandingArchives {
    private StandingArchives() {}

    /** Every archive that the folder gives, by name, each checked to its last block. */
    static SortedMap<ArchiveName, BackupId> soundIn(Path folder) {
        SortedMap<ArchiveName, BackupId> found = new TreeMap<>();
        try (var place = CarefulFolders.open("place", folder, Checkpoint.NONE)) {
            for (StoredArchive stored : place.list()) {
                String name = folder + ": " + stored.name();
                try (ArchiveReader reader = ArchiveReader.open(place.open(stored.name()), name)) {
                    assertThat(reader.check(CheckDepth.FULL, Progress.NONE).damages()).as(name).isEmpty();
                    found.put(stored.name(), reader.manifest().orElseThrow().backup());
                }
            }
        }
        return found;
    }

    /** No file that ends as a finished archive does is anything less, whether we list it or not. */
    static void assertFinalNamesAreWhole(Path root) throws IOException {
        for (Path file : filesUnder(root)) {
            if (file.toString().endsWith(".zip")) {
                try (ArchiveReader reader = ArchiveReader.open(FileChannel.open(file), file.toString())) {
                    assertThat(reader.check(CheckDepth.FULL, Progress.NONE).damages()).as(file.toString()).isEmpty();
                }
            }
        }
    }

    /** Files that have no business there once nobody works. */
    static List<Path> leftovers(StoreUnderTest store) throws IOException {
        return filesUnder(store.root).stream().filter(file -> {
            String name = file.getFileName().toString();
            return name.contains(".parcial") || name.endsWith(".novo") || name.endsWith(".velho")
                    || name.contains("dmbackup-restauro") || name.contains("dmbackup-troca")
                    || name.endsWith("-journal") || name.endsWith("-wal") || name.endsWith("-shm")
                    || file.startsWith(store.home.stagingFolder());
        }).toList();
    }

    private static List<Path> filesUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

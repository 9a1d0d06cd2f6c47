package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.terminal.vault.protection.Protection;
import br.com.dmbackup.terminal.vault.shelf.Contents;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive.Place;
import br.com.dmbackup.terminal.vault.shelf.Names;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code MCDados.zip}, the second name of the newest backup: of those accepted in the last day the one that says that it
 * was made last. A server's clock that leapt ahead, or one that lies, has that name for a day at most.
 */
final class Newest {
    private final Store store;

    Newest(Store store) {
        this.store = store;
    }

    /** Points the name to what it should give. */
    void link() throws IOException {
        Optional<HeldArchive> newest = newest();
        if (newest.isEmpty()) {
            return;
        }
        ArchiveName name = store.folder().layout().newest();
        Path file = store.folder().file(name);
        Path original = store.folder().file(newest.get().name());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Optional<HeldArchive> linked = linked();
            if (linked.equals(newest)) {
                return;
            }
            if (linked.isEmpty() && !known(file)) {
                new Placing(store).putForeignAside(name);
            }
        }
        Path beside = store.unfinished("newest");
        if (!Names.link(original, beside)) {
            copy(original, beside);
        }
        Names.replace(beside, file);
        Files.deleteIfExists(beside);
    }

    private Optional<HeldArchive> newest() {
        List<HeldArchive> slots = store.shelf().goodNewestFirst().stream()
                .filter(archive -> archive.place() == Place.SLOT).toList();
        long day = store.now() - Protection.DAY;
        return slots.stream().filter(archive -> archive.acceptedAt() > day).max(Comparator.comparing(Newest::startedAt))
                .or(() -> slots.stream().findFirst());
    }

    private static Instant startedAt(HeldArchive archive) {
        return archive.contents().map(Contents::startedAt).orElse(Instant.MIN);
    }

    /** Which archive the name gives now. */
    Optional<HeldArchive> linked() throws IOException {
        Path file = store.folder().file(store.folder().layout().newest());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        List<HeldArchive> newestFirst = store.shelf().all().stream().sorted(Comparator.reverseOrder()).toList();
        for (HeldArchive archive : newestFirst) {
            Path original = store.folder().file(archive.name());
            if (Files.exists(original) && Files.isSameFile(file, original)) {
                return Optional.of(archive);
            }
        }
        for (HeldArchive archive : newestFirst) {
            if (sameCopy(file, archive)) {
                return Optional.of(archive);
            }
        }
        return Optional.empty();
    }

    /** Where the file system knows no links. */
    private static boolean sameCopy(Path file, HeldArchive archive) throws IOException {
        return Files.size(file) == archive.sizeBytes() && archive.contents().isPresent()
                && Contents.of(file).equals(archive.contents());
    }

    private boolean known(Path file) throws IOException {
        return Contents.of(file).filter(contents -> store.stamps().madeHere(contents.seal())).isPresent();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}

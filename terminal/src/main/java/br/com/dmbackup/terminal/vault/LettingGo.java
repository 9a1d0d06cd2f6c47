package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.disk.GentleDeletion;
import br.com.dmbackup.core.policy.SuspectRing;
import br.com.dmbackup.terminal.vault.protection.Aged;
import br.com.dmbackup.terminal.vault.protection.Protection;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive.Place;
import br.com.dmbackup.terminal.vault.shelf.Names;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The only place where archives go: what is not protected any more, and the ring where room is short. */
final class LettingGo {
    private final Store store;

    LettingGo(Store store) {
        this.store = store;
    }

    Protection<HeldArchive> protection() {
        List<Aged<HeldArchive>> aged = store.shelf().all().stream().filter(archive -> archive.place() != Place.RING)
                .map(HeldArchive::aged).toList();
        return new Protection<>(aged, store.now(), Protection.NEWER_ARCHIVES);
    }

    /** Lets go whatever may go; nobody who reads it is disturbed. */
    void unprotected() throws IOException {
        Protection<HeldArchive> protection = protection();
        for (HeldArchive archive : store.shelf().all()) {
            if (archive.place() == Place.KEPT && protection.mayGo(archive.aged())) {
                letGo(archive);
            }
        }
    }

    /** Gives up suspicious backups, the oldest first, never the newest of them. */
    void ringForRoom(long missingBytes) throws IOException {
        List<SuspectRing.Held<HeldArchive>> ring = store.shelf().all().stream()
                .filter(archive -> archive.place() == Place.RING)
                .map(archive -> new SuspectRing.Held<>(archive, Instant.ofEpochSecond(60 * archive.acceptedAt()),
                        archive.sizeBytes()))
                .toList();
        for (HeldArchive archive : SuspectRing.forRoom(ring, missingBytes, false)) {
            letGo(archive);
        }
    }

    private void letGo(HeldArchive archive) throws IOException {
        Path file = store.folder().file(archive.name());
        // Other programs may have it open, too: whoever does reads it to its end, and nobody finds it any more.
        Path nameless = store.unfinished("solto-" + archive.number());
        boolean went = store.readers().unlessRead(archive.number(), () -> takeAway(file, nameless));
        if (went) {
            store.shelf().gone(archive);
            dropFolder(file);
            store.reached(VaultStep.ARCHIVE_LET_GO);
            GentleDeletion.deleteUnlessRead(nameless);
        }
    }

    private static void takeAway(Path file, Path nameless) throws IOException {
        try {
            Names.move(file, nameless);
        } catch (NoSuchFileException vanished) {
            // Somebody else took it away.
            return;
        }
    }

    /** Its own folder, unless a person put something there. */
    static void dropFolder(Path file) throws IOException {
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException notOurs) {
            return;
        }
    }
}

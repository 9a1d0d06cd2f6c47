package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive.Place;
import br.com.dmbackup.terminal.vault.shelf.KeptName;
import br.com.dmbackup.terminal.vault.shelf.Names;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Gives a finished archive its place. What stood there gets a name beside first, so that at every moment each archive
 * that counts has one; a file that is not ours is put aside for good.
 */
final class Placing {
    private final Store store;

    Placing(Store store) {
        this.store = store;
    }

    /** Into the slot of its hour. */
    HeldArchive inSlot(Path finished, Slot slot, long stamp) throws IOException {
        ArchiveName name = store.folder().layout().slot(slot);
        replaceSlot(finished, slot, name);
        return store.shelf().placed(Place.SLOT, name, stamp);
    }

    /** Into its hour of the ring; what stood there goes. */
    HeldArchive inRing(Path finished, Slot slot, long stamp) throws IOException {
        ArchiveName name = store.folder().layout().suspicious(slot);
        Optional<HeldArchive> old = store.shelf().at(name);
        if (old.isEmpty()) {
            putForeignAside(name);
        }
        Names.replace(finished, store.folder().file(name));
        old.ifPresent(store.shelf()::gone);
        store.reached(VaultStep.ARCHIVE_PLACED);
        return store.shelf().placed(Place.RING, name, stamp);
    }

    /** From the ring into the slot of its hour. */
    HeldArchive fromRing(HeldArchive suspicious, Slot slot) throws IOException {
        ArchiveName name = store.folder().layout().slot(slot);
        replaceSlot(store.folder().file(suspicious.name()), slot, name);
        return store.shelf().accepted(suspicious, name, store.now());
    }

    private void replaceSlot(Path finished, Slot slot, ArchiveName name) throws IOException {
        Path file = store.folder().file(name);
        Optional<HeldArchive> old = store.shelf().at(name);
        if (old.isEmpty() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            putForeignAside(name);
            Names.replace(finished, file);
        } else {
            ArchiveName kept = freeKeptName(slot, old.get());
            Path beside = store.folder().file(kept);
            boolean linked = Names.link(file, beside);
            if (!linked) {
                Names.move(file, beside);
            }
            store.reached(VaultStep.OLD_ASIDE);
            replace(finished, file, beside, linked);
            store.shelf().kept(old.get(), kept, store.now());
        }
        store.reached(VaultStep.ARCHIVE_PLACED);
    }

    /** Windows does not replace a file that somebody reads, but gives it another name. */
    private static void replace(Path finished, Path file, Path beside, boolean linked) throws IOException {
        try {
            Names.replace(finished, file);
        } catch (FileSystemException held) {
            if (!linked) {
                throw held;
            }
            Files.delete(beside);
            Names.move(file, beside);
            Names.replace(finished, file);
        }
    }

    private ArchiveName freeKeptName(Slot slot, HeldArchive old) {
        var name = new KeptName(slot, old.acceptedAt(), store.now(), 0);
        while (Files.exists(store.folder().file(store.folder().kept(name)), LinkOption.NOFOLLOW_LINKS)) {
            name = name.next();
        }
        return store.folder().kept(name);
    }

    /** Whatever stands under the name is not ours, or is no longer known: it is kept, and nothing here deletes it. */
    void putForeignAside(ArchiveName name) throws IOException {
        Path file = store.folder().file(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            ArchiveName aside = store.folder().freeForForeign(
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
            Names.move(file, store.folder().file(aside));
            store.told(BackupFault.of(FaultCode.TERMINAL_FOREIGN_FILE, name.value(), aside.value()));
        }
    }
}

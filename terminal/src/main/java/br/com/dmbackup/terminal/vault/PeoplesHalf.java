package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.shelf.Contents;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the people at the terminal may do with a server's archives. */
final class PeoplesHalf implements StoreKeeping {
    private final Access access;
    private final Store store;

    PeoplesHalf(Access access) {
        this.access = access;
        this.store = access.store();
    }

    @Override
    public Pairing pairing() {
        return store.pairing();
    }

    @Override
    public List<SealedSettings> settingsVersions() {
        return access.locked(() -> new SettingsVersions(store).newestFirst());
    }

    @Override
    public VaultArchive accept(Optional<BackupId> seen) {
        return access.changing(() -> {
            HeldArchive newest = store.shelf().all().stream()
                    .filter(archive -> archive.place() == Place.RING && !archive.damaged())
                    .max(HeldArchive::compareTo)
                    .filter(archive -> seen.isEmpty() || archive.contents().map(Contents::backup).equals(seen))
                    .orElseThrow(() -> BackupFault.of(FaultCode.NOTHING_SUSPICIOUS));
            Slot slot = store.folder().ringOf(newest.name()).orElseThrow();
            HeldArchive accepted = store.together(() -> {
                HeldArchive there = new Placing(store).fromRing(newest, slot);
                new Newest(store).link();
                return there;
            });
            return Listing.line(accepted, VaultArchive.Kind.SLOT);
        });
    }

    @Override
    public boolean remove(ArchiveName name) {
        Path file = store.folder().file(name);
        return access.changing(() -> {
            if (access.listing().find(name).isEmpty()) {
                return false;
            }
            boolean there = Files.deleteIfExists(file);
            Optional<HeldArchive> held = store.shelf().at(name);
            if (held.isPresent()) {
                store.shelf().gone(held.get());
                LettingGo.dropFolder(file);
                new Newest(store).link();
            }
            return there;
        });
    }

    @Override
    public Optional<Duration> protectedFor(ArchiveName name) {
        return access.locked(() -> store.shelf().at(name)
                .map(archive -> new LettingGo(store).protection().minutesLeft(archive.aged()))
                .filter(minutes -> minutes > 0).map(Duration::ofMinutes));
    }

    @Override
    public RoomNeed roomNeed() {
        return access.locked(() -> RoomNeed.ofArchives(store.shelf().goodNewestFirst().stream()
                .mapToLong(HeldArchive::sizeBytes).max().orElse(0)));
    }
}

package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.terminal.vault.protection.Aged;
import br.com.dmbackup.terminal.vault.protection.Protection;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive.Place;
import br.com.dmbackup.terminal.vault.shelf.Stamps.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All archives of one server that count, and where each of their blocks is.
 *
 * <p>Not thread-safe.
 */
public final class Shelf {
    private final StoreFolder folder;
    private final Stamps stamps;
    private final TreeMap<Integer, HeldArchive> held = new TreeMap<>();
    private BlockTable table = new BlockTable();
    private int nextNumber;
    private long lastAccepted = -1;

    private Shelf(StoreFolder folder, Stamps stamps) {
        this.folder = folder;
        this.stamps = stamps;
    }

    /**
     * Reads what is in the folder. What is not known counts as accepted now.
     *
     * @param now minutes of running time
     */
    public static Shelf open(StoreFolder folder, Stamps stamps, long now) throws IOException {
        var shelf = new Shelf(folder, stamps);
        List<HeldArchive> found = new ArrayList<>();
        for (KeptName name : folder.keptNames()) {
            if (shelf.stillInItsSlot(name)) {
                shelf.dropKept(folder.kept(name));
            } else {
                found.add(shelf.lookAtKept(name));
            }
        }
        found.forEach(archive -> shelf.acceptedLast(archive.acceptedAt(), now));
        stamps.minutes().forEach(minute -> shelf.acceptedLast(minute, now));
        for (Slot slot : Slot.ALL) {
            shelf.look(folder.layout().slot(slot), Place.SLOT, now).ifPresent(found::add);
            shelf.look(folder.layout().suspicious(slot), Place.RING, now).ifPresent(found::add);
        }
        found.sort(Comparator.comparingLong(HeldArchive::acceptedAt).thenComparing(archive -> archive.name().value()));
        found.forEach(shelf::add);
        shelf.locate();
        shelf.writeStamps(Set.of());
        return shelf;
    }

    /**
     * The minute with which something that is accepted now is stamped. No two have the same, so that which of them came
     * first is never forgotten: a burst is stamped a few minutes ahead, and so a little younger.
     */
    public long nextStamp(long now) {
        return Math.max(now, lastAccepted + 1);
    }

    /** What is stamped far ahead is of a life that is not remembered, and must not make all others so. */
    private void acceptedLast(long minute, long now) {
        if (minute < now + Protection.DAY) {
            lastAccepted = Math.max(lastAccepted, minute);
        }
    }

    /** A process died after the archive had got its name beside, and before another took its slot. */
    private boolean stillInItsSlot(KeptName name) throws IOException {
        Path slot = folder.file(folder.layout().slot(name.slot()));
        return Files.exists(slot) && Files.isSameFile(slot, folder.file(folder.kept(name)));
    }

    /** An archive in a slot or in the ring; none where nothing stands, or something that is not ours. */
    private Optional<HeldArchive> look(ArchiveName name, Place place, long now) throws IOException {
        Path file = folder.file(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Optional<Contents> contents = Contents.of(file);
        return contents.isEmpty()
                ? Optional.empty()
                : Optional.of(archive(place, name, contents, acceptedAt(new Standing(name, contents.get().seal()), now),
                        Aged.NOT_YET));
    }

    private HeldArchive lookAtKept(KeptName name) throws IOException {
        ArchiveName archive = folder.kept(name);
        Optional<Contents> contents = Contents.of(folder.file(archive));
        return archive(Place.KEPT, archive, contents, name.acceptedAt(), name.replacedAt());
    }

    private HeldArchive archive(Place place, ArchiveName name, Optional<Contents> contents, long acceptedAt,
            long replacedAt) throws IOException {
        Path file = folder.file(name);
        boolean madeHere = contents.filter(found -> stamps.madeHere(found.seal())).isPresent();
        return new HeldArchive(0, place, name, Files.size(file), Files.getLastModifiedTime(file).toInstant(),
                contents, acceptedAt, replacedAt, madeHere, contents.isEmpty());
    }

    private long acceptedAt(Standing standing, long now) {
        return stamps.acceptedAt(standing).orElseGet(() -> {
            long stamp = nextStamp(now);
            acceptedLast(stamp, now);
            stamps.note(standing, stamp);
            return stamp;
        });
    }

    private void add(HeldArchive found) {
        HeldArchive archive = found.numbered(nextNumber++);
        held.put(archive.number(), archive);
    }

    /** Makes the table of blocks anew: of the archive accepted last everything, of the others what it does not have. */
    private void locate() throws IOException {
        table = new BlockTable();
        List<HeldArchive> newestFirst = Stream.concat(goodNewestFirst().stream(),
                held.descendingMap().values().stream().filter(archive -> !archive.good() && !archive.damaged()))
                .toList();
        for (HeldArchive archive : newestFirst) {
            try {
                Contents.read(folder.file(archive.name()), index -> table.enter(archive.number(), index, false));
            } catch (NoSuchFileException vanished) {
                // Somebody took it away; within a minute that is noticed.
            }
        }
    }

    public Collection<HeldArchive> all() {
        return List.copyOf(held.values());
    }

    /** The good ones, the one accepted last first. */
    public List<HeldArchive> goodNewestFirst() {
        return held.values().stream().filter(HeldArchive::good).sorted(Comparator.reverseOrder()).toList();
    }

    public Optional<HeldArchive> at(ArchiveName name) {
        return held.values().stream().filter(archive -> archive.name().equals(name)).findFirst();
    }

    Optional<HeldArchive> numbered(int number) {
        return Optional.ofNullable(held.get(number));
    }

    BlockTable table() {
        return table;
    }

    StoreFolder folder() {
        return folder;
    }

    /** @param coming what is about to stand here, too */
    private void writeStamps(Set<Standing> coming) throws IOException {
        Set<Standing> standing = new HashSet<>(coming);
        Set<String> seals = coming.stream().map(Standing::seal).collect(Collectors.toCollection(HashSet::new));
        for (HeldArchive archive : held.values()) {
            archive.contents().map(Contents::seal).ifPresent(seal -> {
                seals.add(seal);
                if (archive.place() != Place.KEPT) {
                    standing.add(new Standing(archive.name(), seal));
                }
            });
        }
        stamps.write(standing, seals);
    }

    /**
     * Notes that an archive of that index, made here, is about to be placed under the name; the minute with which it is
     * stamped.
     */
    public long announce(ArchiveName name, String seal, long now, long bytes) throws IOException {
        long stamp = nextStamp(now);
        var coming = new Standing(name, seal);
        stamps.note(coming, stamp);
        stamps.made(seal);
        stamps.arrivals().came(now, bytes);
        writeStamps(Set.of(coming));
        return stamp;
    }

    /** An archive that was made here has its name now; it was stamped with that minute. */
    public HeldArchive placed(Place place, ArchiveName name, long stamp) throws IOException {
        Path file = folder.file(name);
        int number = nextNumber++;
        boolean instead = place == Place.SLOT;
        if (table.full()) {
            locate();
        }
        Optional<Contents> contents = Contents.read(file, index -> table.enter(number, index, instead));
        var archive = new HeldArchive(number, place, name, Files.size(file), modifiedAt(file), contents, stamp,
                Aged.NOT_YET, true, contents.isEmpty());
        held.put(number, archive);
        lastAccepted = Math.max(lastAccepted, stamp);
        return archive;
    }

    private static Instant modifiedAt(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    /** The archive in a slot has another name beside now. */
    public HeldArchive kept(HeldArchive archive, ArchiveName name, long now) {
        HeldArchive kept = archive.keptAs(name, now);
        held.put(kept.number(), kept);
        return kept;
    }

    /** The archive went from the ring into a slot. */
    public HeldArchive accepted(HeldArchive archive, ArchiveName slot, long now) throws IOException {
        long stamp = nextStamp(now);
        lastAccepted = stamp;
        HeldArchive accepted = new HeldArchive(nextNumber++, Place.SLOT, slot, archive.sizeBytes(),
                archive.modifiedAt(), archive.contents(), stamp, Aged.NOT_YET, archive.madeHere(), archive.damaged());
        held.remove(archive.number());
        held.put(accepted.number(), accepted);
        accepted.contents().ifPresent(contents -> stamps.note(new Standing(slot, contents.seal()), stamp));
        writeStamps(Set.of());
        Contents.read(folder.file(slot), index -> table.enter(accepted.number(), index, true));
        return accepted;
    }

    /** Something in it is not right: nothing is taken from it any more, as far as others have the same. */
    public void damaged(HeldArchive archive) throws IOException {
        held.put(archive.number(), archive.foundDamaged());
        locate();
    }

    /** It is no longer there. */
    public void gone(HeldArchive archive) {
        held.remove(archive.number());
    }

    /** Forgets what somebody took away from outside. */
    public void dropVanished() throws IOException {
        List<HeldArchive> vanished = held.values().stream()
                .filter(archive -> !Files.exists(folder.file(archive.name()), LinkOption.NOFOLLOW_LINKS)).toList();
        if (!vanished.isEmpty()) {
            vanished.forEach(this::gone);
            locate();
        }
    }

    private void dropKept(ArchiveName name) throws IOException {
        Path file = folder.file(name);
        Files.delete(file);
        Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
    }
}

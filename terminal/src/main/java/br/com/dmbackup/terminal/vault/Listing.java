package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.terminal.vault.VaultArchive.Kind;
import br.com.dmbackup.terminal.vault.protection.Protection;
import br.com.dmbackup.terminal.vault.shelf.Contents;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What stands in a server's folder, as it was when this was made.
 *
 * @param archives in the order of their names
 * @param numbers of those that count, by name: whoever reads one must say so
 */
record Listing(List<VaultArchive> archives, Map<ArchiveName, Integer> numbers) {

    static Listing of(Store store) throws IOException {
        Protection<HeldArchive> protection = new LettingGo(store).protection();
        List<VaultArchive> archives = new ArrayList<>();
        Map<ArchiveName, Integer> numbers = new HashMap<>();
        for (HeldArchive held : store.shelf().all()) {
            archives.add(line(held, kindOf(held, protection)));
            numbers.put(held.name(), held.number());
        }
        ArchiveName newest = store.folder().layout().newest();
        new Newest(store).linked().ifPresent(held -> {
            archives.add(line(held, Kind.NEWEST, newest));
            numbers.put(newest, held.number());
        });
        for (ArchiveName foreign : foreign(store)) {
            if (!numbers.containsKey(foreign)) {
                Path file = store.folder().file(foreign);
                archives.add(new VaultArchive(foreign, Files.size(file), Files.getLastModifiedTime(file).toInstant(),
                        Kind.ADOPTED, Optional.empty(), Optional.empty(), false));
            }
        }
        archives.sort(Comparator.comparing(VaultArchive::name));
        return new Listing(List.copyOf(archives), Map.copyOf(numbers));
    }

    /** Where files may stand that are not ours. */
    private static List<ArchiveName> foreign(Store store) throws IOException {
        Stream<ArchiveName> places = Stream.concat(Stream.of(store.folder().layout().newest()),
                Slot.ALL.stream().flatMap(slot -> Stream.of(store.folder().layout().slot(slot),
                        store.folder().layout().suspicious(slot))));
        return Stream.concat(places, store.folder().adopted().stream())
                .filter(name -> Files.isRegularFile(store.folder().file(name), LinkOption.NOFOLLOW_LINKS)).toList();
    }

    static Kind kindOf(HeldArchive archive, Protection<HeldArchive> protection) {
        return switch (archive.place()) {
            case SLOT -> Kind.SLOT;
            case RING -> Kind.SUSPICIOUS;
            case KEPT -> protection.isDaily(archive) ? Kind.DAILY : Kind.ASIDE;
        };
    }

    static VaultArchive line(HeldArchive archive, Kind kind) {
        return line(archive, kind, archive.name());
    }

    private static VaultArchive line(HeldArchive archive, Kind kind, ArchiveName name) {
        return new VaultArchive(name, archive.sizeBytes(), archive.modifiedAt(), kind,
                archive.contents().map(Contents::backup), archive.contents().map(Contents::dumpDigest),
                archive.damaged());
    }

    /** Whether it is there at all, and the number of it where it counts. */
    Optional<OptionalInt> find(ArchiveName name) {
        Integer number = numbers.get(name);
        if (number != null) {
            return Optional.of(OptionalInt.of(number));
        }
        return archives.stream().anyMatch(archive -> archive.name().equals(name))
                ? Optional.of(OptionalInt.empty())
                : Optional.empty();
    }
}

package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.PlaceLayout;
import br.com.dmbackup.core.destination.ArchiveName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One server's folder at the terminal, and what stands where in it: slots, newest and ring as at any other place; what
 * slots replaced in {@code guardado}; what is on its way in {@code recebendo}.
 *
 * @param root the folder
 * @param database the database's name
 */
public record StoreFolder(Path root, String database) {
    private static final String KEPT = "guardado";
    private static final String INCOMING = "recebendo";
    private static final String SETTINGS = "configuracao";
    private static final Set<String> RESERVED = Set.of(KEPT, INCOMING, SETTINGS, "suspeito", "adotado", "seguranca");

    /** Whether a folder of that name within {@code MCBkp} would be in the way of the first server's own. */
    public static boolean reserved(String folder) {
        return RESERVED.contains(folder.toLowerCase(Locale.ROOT)) || Slot.parse(folder).isPresent();
    }

    public PlaceLayout layout() {
        return new PlaceLayout(database);
    }

    /** The slot in which an archive of that name would stand. */
    public Optional<Slot> slotOf(ArchiveName name) {
        return layout().slotOf(name);
    }

    /** The hour in the ring at which an archive of that name would stand. */
    public Optional<Slot> ringOf(ArchiveName name) {
        return Slot.ALL.stream().filter(slot -> layout().suspicious(slot).equals(name)).findFirst();
    }

    public ArchiveName kept(KeptName name) {
        return new ArchiveName(KEPT + "/" + name + "/" + database + ".zip");
    }

    /** Where what another program left is put; nothing stands there yet. */
    public ArchiveName freeForForeign(Instant modifiedAt) {
        int number = 0;
        while (Files.exists(file(layout().adopted(modifiedAt, ZoneOffset.UTC, number)), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        return layout().adopted(modifiedAt, ZoneOffset.UTC, number);
    }

    public Path file(ArchiveName name) {
        return root.resolve(name.value());
    }

    public Path incoming() {
        return root.resolve(INCOMING);
    }

    public Path settings() {
        return root.resolve(SETTINGS);
    }

    /** Every name under which a replaced archive stands. */
    List<KeptName> keptNames() throws IOException {
        return foldersIn(KEPT).stream().flatMap(name -> KeptName.parse(name).stream())
                .filter(name -> Files.isRegularFile(file(kept(name)), LinkOption.NOFOLLOW_LINKS)).toList();
    }

    /** The highest minute that any name here bears. */
    public long highestStamp() throws IOException {
        return keptNames().stream().mapToLong(KeptName::replacedAt).max().orElse(0);
    }

    /** What other programs left and was put aside. */
    public List<ArchiveName> adopted() throws IOException {
        return foldersIn("adotado").stream().filter(SafeName::isSafe)
                .map(folder -> new ArchiveName("adotado/" + folder + "/" + database + ".zip"))
                .filter(name -> Files.isRegularFile(file(name), LinkOption.NOFOLLOW_LINKS)).toList();
    }

    private List<String> foldersIn(String folder) throws IOException {
        Path parent = root.resolve(folder);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> child.getFileName().toString()).sorted().toList();
        }
    }
}

package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.destination.ArchiveName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which name stands for what at a place: {@code 09h/MCDados.zip} a slot, {@code MCDados.zip} the newest,
 * {@code suspeito/09h/MCDados.zip} the suspicious backup of that hour, {@code guardado/…} what a backup terminal keeps of
 * what was replaced, {@code seguranca/…} and {@code adotado/…} what their names say.
 *
 * @param database the database's name
 */
public record PlaceLayout(String database) {
    private static final String SAFETY = "seguranca";
    private static final String SUSPICIOUS = "suspeito";
    private static final String KEPT = "guardado";
    private static final String ADOPTED = "adotado";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    public ArchiveName slot(Slot slot) {
        return ArchiveName.ofSlot(slot, database);
    }

    public ArchiveName newest() {
        return ArchiveName.ofNewest(database);
    }

    /** The place of that hour in the ring of suspicious backups. */
    public ArchiveName suspicious(Slot slot) {
        return new ArchiveName(SUSPICIOUS + "/" + slot.folderName() + "/" + database + ".zip");
    }

    /** A name for a safety backup taken at that moment. */
    public ArchiveName safety(Instant when, ZoneId zone) {
        return new ArchiveName(SAFETY + "/" + STAMP.format(when.atZone(zone)) + "/" + database + ".zip");
    }

    /** A name for an archive that another program left, by its own time. */
    public ArchiveName adopted(Instant modifiedAt, ZoneId zone, int number) {
        String stamp = STAMP.format(modifiedAt.atZone(zone)) + (number == 0 ? "" : "-" + number);
        return new ArchiveName(ADOPTED + "/" + stamp + "/" + database + ".zip");
    }

    /** Whether the name is one that {@link #adopted} gave. */
    public boolean setAside(ArchiveName name) {
        return name.parts().getFirst().equals(ADOPTED);
    }

    public Optional<Slot> slotOf(ArchiveName name) {
        List<String> parts = name.parts();
        if (parts.size() != 2 || !parts.get(1).equals(database + ".zip")) {
            return Optional.empty();
        }
        return Slot.parse(parts.getFirst()).filter(slot -> slot.folderName().equals(parts.getFirst()));
    }

    /** What an archive under that name is there for; ADOPTED for names that are not ours. */
    public Kind kindOf(ArchiveName name) {
        if (name.equals(newest())) {
            return Kind.NEWEST;
        }
        if (slotOf(name).isPresent()) {
            return Kind.SLOT;
        }
        return switch (name.parts().getFirst()) {
            case SUSPICIOUS -> Kind.SUSPICIOUS;
            case SAFETY -> Kind.SAFETY;
            case KEPT -> Kind.KEPT;
            default -> Kind.ADOPTED;
        };
    }
}

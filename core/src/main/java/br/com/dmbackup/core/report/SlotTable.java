package br.com.dmbackup.core.report;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.Brake;
import br.com.dmbackup.protocol.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slots as a table: one row for each slot in which something stands, one cell for each place.
 *
 * @param places the places, this machine first
 * @param rows in the order of the hours
 * @param suspects suspicious backups, newest first
 * @param others further archives outside of the slots: adopted, safety
 */
public record SlotTable(List<String> places, List<Row> rows, List<Suspect> suspects, List<Placement> others) {

    /**
     * A suspicious backup.
     *
     * @param reason why, in the store's language; empty where the catalog was lost and a look back does not tell
     * @param waiting whether it is newer than every good one: it may be accepted
     * @param placements where it stands, this machine first
     */
    public record Suspect(CatalogedBackup backup, String reason, boolean waiting, List<Placement> placements) {}

    /**
     * One slot.
     *
     * @param backup the newest backup of the slot; none where only another program's archive stands there
     * @param archiveBytes length of its archive
     * @param provenAt when a restore drill of it passed
     */
    public record Row(Slot slot, Optional<CatalogedBackup> backup, long archiveBytes, Optional<Instant> provenAt,
            Map<String, Cell> cells) {}

    /**
     * A slot at one place.
     *
     * @param verifiedAt when every block was last compared
     */
    public record Cell(CellState state, Optional<Instant> verifiedAt) {}

    /** What stands there. */
    public enum CellState {
        /** The newest backup of the slot. */
        HELD,
        /** It, and it is damaged. */
        DAMAGED,
        /** The file was there and is gone. */
        GONE,
        /** An older backup, or none: the newest is still owed. */
        OWED,
        /** An archive of another program. */
        FOREIGN,
        /** Nothing, and nothing is owed. */
        EMPTY
    }

    public static SlotTable of(Installation here) {
        List<String> places = new ArrayList<>(List.of(Placement.LOCAL));
        here.remotes().stream().map(Destination::name).forEach(places::add);
        List<Row> rows = Slot.ALL.stream().map(slot -> row(here, slot, places)).flatMap(Optional::stream).toList();
        List<Suspect> suspects = suspects(here);
        List<Placement> others = here.catalog().placements().stream()
                .filter(placement -> placement.kind() != Kind.SLOT && placement.kind() != Kind.NEWEST
                        && placement.kind() != Kind.KEPT
                        && placement.state() != State.GONE)
                .filter(placement -> suspects.stream().noneMatch(suspect -> suspect.placements().contains(placement)))
                .toList();
        return new SlotTable(places, rows, suspects, others);
    }

    private static List<Suspect> suspects(Installation here) {
        Optional<CatalogedBackup> good = here.catalog().placedBackups().stream().findFirst();
        return here.catalog().suspiciousBackups().stream().map(backup -> new Suspect(backup, reason(here, backup),
                good.filter(placed -> placed.newerThan(backup)).isEmpty(),
                here.catalog().placementsOf(backup.id()).stream()
                        .filter(placement -> placement.kind() == Kind.SUSPICIOUS && placement.state() != State.GONE)
                        .sorted(Comparator.comparing(placement -> !placement.place().equals(Placement.LOCAL)))
                        .toList()))
                .toList();
    }

    private static String reason(Installation here, CatalogedBackup backup) {
        return here.catalog().suspicion(backup.id()).filter(words -> !words.isEmpty())
                .or(() -> here.catalog().measure(backup.id()).flatMap(measure -> judgedAgain(here, backup, measure)))
                .orElse("");
    }

    /** Against the good backups of now, which are those of then unless others were made since. */
    private static Optional<String> judgedAgain(Installation here, CatalogedBackup backup, DumpMeasure measure) {
        Brake brake = new Brake(here.catalog().goodMeasures(backup.engine(), backup.database(), Brake.HISTORY),
                here.engine().countsEveryTable());
        return brake.judge(measure, true) instanceof Brake.Suspicious suspicious
                ? Optional.of(suspicious.in(Messages.in(here.settings().language())))
                : Optional.empty();
    }

    private static Optional<Row> row(Installation here, Slot slot, List<String> places) {
        Catalog catalog = here.catalog();
        List<Placement> standing = catalog.placements().stream()
                .filter(placement -> placement.name().equals(here.layout().slot(slot))).toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Optional<CatalogedBackup> newest = standing.stream().flatMap(placement -> placement.backup().stream())
                .flatMap(id -> catalog.backup(id).stream()).max(Comparator.comparing(CatalogedBackup::orderedAt));
        long bytes = standing.stream().filter(placement -> placement.backup().equals(newest.map(CatalogedBackup::id)))
                .mapToLong(Placement::sizeBytes).max().orElse(0);
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (String place : places) {
            cells.put(place, cell(catalog, standing, place, newest.map(CatalogedBackup::id)));
        }
        return Optional.of(new Row(slot, newest, bytes, newest.flatMap(backup -> provenAt(catalog, backup)), cells));
    }

    private static Cell cell(Catalog catalog, List<Placement> standing, String place, Optional<BackupId> newest) {
        Optional<Placement> here = standing.stream().filter(placement -> placement.place().equals(place)).findFirst();
        boolean owed = catalog.owedTo(place).stream().anyMatch(delivery -> newest.equals(Optional.of(
                delivery.backup().id())));
        CellState state = here.map(placement -> state(placement, newest, owed))
                .orElse(owed ? CellState.OWED : CellState.EMPTY);
        return new Cell(state, here.flatMap(Placement::verifiedAt));
    }

    private static CellState state(Placement placement, Optional<BackupId> newest, boolean owed) {
        if (placement.kind() == Kind.ADOPTED) {
            return CellState.FOREIGN;
        }
        if (owed) {
            return CellState.OWED;
        }
        if (placement.state() == State.GONE) {
            return CellState.GONE;
        }
        if (placement.state() == State.DAMAGED) {
            return CellState.DAMAGED;
        }
        return placement.backup().equals(newest) ? CellState.HELD : CellState.OWED;
    }

    private static Optional<Instant> provenAt(Catalog catalog, CatalogedBackup backup) {
        return catalog.drills().stream()
                .filter(drill -> drill.provesDatabase() && drill.backup().equals(Optional.of(backup.id())))
                .map(DrillRecord::at).findFirst();
    }
}

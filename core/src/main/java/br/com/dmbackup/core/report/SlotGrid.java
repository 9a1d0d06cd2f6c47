package br.com.dmbackup.core.report;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.report.SlotTable.CellState;
import br.com.dmbackup.core.report.SlotTable.Suspect;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slots as a picture: for each place all 24, with what really stands there. The table says of a slot what its newest
 * backup is and who lacks it; this says what somebody at one place would find.
 */
public record SlotGrid(List<Place> places, List<Suspect> suspects) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * One place.
     *
     * @param newestAt start of the newest backup that it has in a slot
     * @param withoutCopySince since when it has had no copy of what was backed up; none where it has them all
     */
    public record Place(String name, int owed, Optional<Instant> newestAt, Optional<Instant> withoutCopySince,
            List<Square> squares) {}

    /**
     * One slot there.
     *
     * @param suspicious whether a suspicious backup of that hour stands there and waits
     * @param backup the backup that stands there; none where none does, or another program's
     */
    public record Square(Slot slot, CellState state, boolean suspicious, Optional<CatalogedBackup> backup,
            long archiveBytes, Optional<Instant> verifiedAt, Optional<Instant> provenAt) {}

    public static SlotGrid of(Installation here) {
        SlotTable table = SlotTable.of(here);
        Catalog catalog = here.catalog();
        Map<BackupId, Instant> proven = proven(catalog);
        List<Placement> standing = catalog.placements();
        List<OwedDelivery> owed = catalog.owed();
        List<Place> places = table.places().stream().map(name -> {
            List<Square> squares = Slot.ALL.stream()
                    .map(slot -> square(here, table, name, slot, standing, proven)).toList();
            return place(here, name, owed.stream().filter(one -> one.destination().equals(name)).toList(), squares);
        }).toList();
        return new SlotGrid(places, table.suspects());
    }

    private static Square square(Installation here, SlotTable table, String place, Slot slot,
            List<Placement> standing, Map<BackupId, Instant> proven) {
        CellState state = table.rows().stream().filter(row -> row.slot().equals(slot)).findFirst()
                .map(row -> row.cells().getOrDefault(place, NOTHING).state()).orElse(CellState.EMPTY);
        boolean suspicious = table.suspects().stream().filter(Suspect::waiting)
                .filter(suspect -> suspect.backup().slot().equals(slot))
                .anyMatch(suspect -> suspect.placements().stream().anyMatch(it -> it.place().equals(place)));
        Optional<Placement> there = standing.stream()
                .filter(it -> it.place().equals(place) && it.name().equals(here.layout().slot(slot)))
                .filter(it -> it.state() != Placement.State.GONE).findFirst();
        Optional<CatalogedBackup> backup = there.flatMap(Placement::backup).flatMap(here.catalog()::backup);
        return new Square(slot, state, suspicious, backup, there.map(Placement::sizeBytes).orElse(0L),
                there.flatMap(Placement::verifiedAt),
                backup.flatMap(held -> Optional.ofNullable(proven.get(held.id()))));
    }

    private static final SlotTable.Cell NOTHING = new SlotTable.Cell(CellState.EMPTY, Optional.empty());

    private static Place place(Installation here, String name, List<OwedDelivery> owed, List<Square> squares) {
        Optional<CatalogedBackup> newest = squares.stream().filter(square -> square.state() != CellState.DAMAGED)
                .flatMap(square -> square.backup().stream()).max(Comparator.comparing(CatalogedBackup::orderedAt));
        List<Instant> lacking = owed.stream().map(OwedDelivery::backup).filter(backup -> hasSlot(here, backup))
                .filter(backup -> newest.isEmpty() || backup.newerThan(newest.get()))
                .map(CatalogedBackup::startedAt).toList();
        Optional<Instant> newestAt = newest.map(CatalogedBackup::startedAt);
        return new Place(name, owed.size(), newestAt, since(here.now(), newestAt, lacking), squares);
    }

    /** After a day the slots have gone round: what was owed first has been overtaken, and only the last copy tells. */
    private static Optional<Instant> since(Instant now, Optional<Instant> newestAt, List<Instant> lacking) {
        Optional<Instant> first = lacking.stream().min(Instant::compareTo);
        return first.map(owed -> newestAt.filter(newest -> Duration.between(newest, now).compareTo(DAY) > 0)
                .orElse(owed));
    }

    /** A suspicious one is owed to the ring; the slots lack nothing for it. */
    private static boolean hasSlot(Installation here, CatalogedBackup backup) {
        return here.catalog().placementsOf(backup.id()).stream().anyMatch(it -> it.kind() == Kind.SLOT && it.held());
    }

    private static Map<BackupId, Instant> proven(Catalog catalog) {
        Map<BackupId, Instant> proven = new HashMap<>();
        catalog.drills().stream().filter(DrillRecord::provesDatabase)
                .forEach(drill -> drill.backup().ifPresent(id -> proven.putIfAbsent(id, drill.at())));
        return proven;
    }
}

package br.com.dmbackup.cli.report;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Told;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.core.report.SlotTable.Cell;
import br.com.dmbackup.core.report.SlotTable.CellState;
import br.com.dmbackup.core.report.SlotTable.Row;
import br.com.dmbackup.protocol.ByteSize;
import br.com.dmbackup.protocol.Messages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of slots, for a person and for a program. */
record SlotTableText(Session session, SlotTable table, ZoneId zone) {
    private static final String NOTHING = "–";

    List<String> lines() {
        Messages texts = session.texts();
        TextTable text = new TextTable();
        List<String> head = new ArrayList<>(
                List.of(texts.text("list.slot"), texts.text("list.made"), texts.text("list.size")));
        if (leftByOthers()) {
            head.add(2, texts.text("list.dump_made"));
        }
        table.places().forEach(place -> head.add(Told.place(session, place)));
        head.add(texts.text("list.proven"));
        text.row(head);
        table.rows().forEach(row -> text.row(cells(row)));
        List<String> lines = new ArrayList<>(text.lines());
        if (table.rows().isEmpty()) {
            lines.clear();
            lines.add(texts.text("list.none"));
        }
        lines.addAll(new SuspectsText(session, table.suspects(), zone).lines());
        table.others().forEach(other -> lines.add(other(other)));
        return lines;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.slot().folderName());
        cells.add(row.backup().map(backup -> Told.moment(session, zone, backup.startedAt())).orElse(NOTHING));
        if (leftByOthers()) {
            cells.add(row.backup().flatMap(CatalogedBackup::dumpMadeAt)
                    .map(when -> Told.moment(session, zone, when)).orElse(NOTHING));
        }
        cells.add(row.archiveBytes() == 0 ? NOTHING : ByteSize.text(row.archiveBytes(), session.texts().locale()));
        row.cells().values().forEach(cell -> cells.add(cell(cell)));
        cells.add(row.provenAt().map(when -> Told.moment(session, zone, when)).orElse(NOTHING));
        return cells;
    }

    /** Whether the data of a backup may be older than the backup, as another program made its dump. */
    private boolean leftByOthers() {
        return table.rows().stream().flatMap(row -> row.backup().stream())
                .anyMatch(backup -> backup.dumpMadeAt().isPresent());
    }

    private String cell(Cell cell) {
        if (cell.state() == CellState.EMPTY) {
            return NOTHING;
        }
        boolean verified = cell.state() == CellState.HELD && cell.verifiedAt().isPresent();
        return session.texts().text(verified ? "list.cell.VERIFIED" : "list.cell." + cell.state().name());
    }

    private String other(Placement other) {
        String state = other.state() == Placement.State.DAMAGED
                ? "list.cell.DAMAGED"
                : other.verifiedAt().isPresent() ? "list.cell.VERIFIED" : "list.cell.HELD";
        return session.texts().text("list.other." + other.kind().name(), Told.place(session, other.place()),
                other.name(), other.sizeBytes(), session.texts().text(state));
    }

    Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("places", table.places());
        plain.put("slots", table.rows().stream().map(SlotTableText::plain).toList());
        plain.put("suspects", new SuspectsText(session, table.suspects(), zone).plain());
        plain.put("others", table.others().stream().map(other -> Map.of("place", other.place(), "name",
                other.name().value(), "kind", other.kind().name(), "bytes", other.sizeBytes())).toList());
        return plain;
    }

    private static Map<String, Object> plain(Row row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("slot", slot(row.slot()));
        row.backup().ifPresent(backup -> {
            plain.put("backup", backup.id().toString());
            plain.put("startedAt", backup.startedAt().toString());
            backup.dumpMadeAt().ifPresent(when -> plain.put("dumpMadeAt", when.toString()));
            plain.put("dumpBytes", backup.dumpBytes());
        });
        plain.put("archiveBytes", row.archiveBytes());
        row.provenAt().ifPresent(when -> plain.put("provenAt", when.toString()));
        Map<String, Object> cells = new LinkedHashMap<>();
        row.cells().forEach((place, cell) -> cells.put(place, cell.state().name().toLowerCase(Locale.ROOT)));
        plain.put("places", cells);
        return plain;
    }

    private static String slot(Slot slot) {
        return slot.folderName();
    }
}

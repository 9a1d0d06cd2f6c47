package br.com.dmbackup.cli.report;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Told;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.report.SlotTable.Suspect;
import br.com.dmbackup.protocol.Messages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The suspicious backups: the newest with its reason and what to do, the others in one line, for there may be a day of them. */
record SuspectsText(Session session, List<Suspect> suspects, ZoneId zone) {
    List<String> lines() {
        if (suspects.isEmpty()) {
            return List.of();
        }
        Messages texts = session.texts();
        Suspect newest = suspects.getFirst();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(texts.text("list.suspect", when(newest), newest.placements().getFirst().sizeBytes(), reason(newest)));
        lines.add(texts.text("list.suspect.where",
                newest.placements().stream().map(this::where).collect(Collectors.joining("; "))));
        lines.add(texts.text(newest.waiting() ? "list.suspect.waiting" : "list.suspect.over"));
        lines.add(texts.text("list.suspect.look", newest.backup().id()));
        if (suspects.size() > 1) {
            lines.add(texts.text("list.suspect.older", suspects.size() - 1, when(suspects.getLast())));
        }
        return lines;
    }

    private String when(Suspect suspect) {
        return Told.moment(session, zone, suspect.backup().startedAt());
    }

    private String reason(Suspect suspect) {
        return suspect.reason().isEmpty() ? session.texts().text("list.suspect.reason_lost") : suspect.reason();
    }

    private String where(Placement placement) {
        String state = placement.state() == Placement.State.DAMAGED
                ? "list.cell.DAMAGED"
                : placement.verifiedAt().isPresent() ? "list.cell.VERIFIED" : "list.cell.HELD";
        return session.texts().text("list.suspect.place", Told.place(session, placement.place()), placement.name(),
                session.texts().text(state));
    }

    List<Map<String, Object>> plain() {
        return suspects.stream().map(SuspectsText::plain).toList();
    }

    private static Map<String, Object> plain(Suspect suspect) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("backup", suspect.backup().id().toString());
        plain.put("startedAt", suspect.backup().startedAt().toString());
        plain.put("dumpBytes", suspect.backup().dumpBytes());
        plain.put("reason", suspect.reason());
        plain.put("waiting", suspect.waiting());
        plain.put("places", suspect.placements().stream().map(placement -> Map.of("place", placement.place(), "name",
                placement.name().value(), "bytes", placement.sizeBytes(), "state", placement.state().name())).toList());
        return plain;
    }
}

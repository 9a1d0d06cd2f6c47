package br.com.dmbackup.cli.verify;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.engine.DumpInspection;
import br.com.dmbackup.core.engine.DumpInspection.Fact;
import br.com.dmbackup.core.verify.InspectedDump;
import br.com.dmbackup.protocol.DumpKind;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dump as it is told: what it says of itself, what is wrong, what is not known. */
final class DumpReport {
    private static final int DAMAGES_TOLD = 5;

    private final Session session;
    private final InspectedDump dump;
    private final DumpInspection inspection;

    DumpReport(Session session, InspectedDump dump) {
        this.session = session;
        this.dump = dump;
        this.inspection = dump.inspection();
    }

    void tell() {
        String verdict = inspection.sound() ? "verify.dump.sound" : "verify.damaged";
        line(0, session.texts().text(verdict, dump.file(), dump.bytes()));
        inspection.facts().stream().filter(fact -> !fact.value().equals(0L)).forEach(fact -> line(4,
                session.words().text(fact.what().messageKey(), said(fact.value()))));
        inspection.damages().stream().limit(DAMAGES_TOLD).forEach(damage -> line(4, damage));
        if (inspection.damageCount() > DAMAGES_TOLD) {
            line(4, session.texts().text("verify.more", inspection.damageCount() - DAMAGES_TOLD));
        }
        inspection.notices().forEach(session.output()::notice);
        session.output().result(plain());
    }

    private void line(int indent, String text) {
        session.output().line(" ".repeat(indent) + text);
    }

    /** For a person; moments on the server's own clock. */
    private Object said(Object value) {
        return switch (value) {
            case DumpKind kind -> session.words().text(kind.messageKey());
            case OffsetDateTime moment -> localized(moment) + " (" + moment.getOffset() + ")";
            case TemporalAccessor moment -> localized(moment);
            default -> value;
        };
    }

    private String localized(TemporalAccessor moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(session.texts().locale()).format(moment);
    }

    /** For a program: one list with one element, as for archives. */
    private List<Map<String, Object>> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("dump", dump.file().toString());
        plain.put("format", inspection.format());
        plain.put("sound", inspection.sound());
        plain.put("dumpBytes", dump.bytes());
        plain.put("facts", inspection.facts().stream().map(DumpReport::plain).toList());
        plain.put("damages", inspection.damages());
        plain.put("damageCount", inspection.damageCount());
        return List.of(plain);
    }

    private static Map<String, Object> plain(Fact fact) {
        Object value = switch (fact.value()) {
            case DumpKind kind -> kind.name();
            case TemporalAccessor moment -> moment.toString();
            default -> fact.value();
        };
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", fact.what().key());
        plain.put("value", value);
        return plain;
    }
}

package br.com.dmbackup.cli.agent;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Told;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the agent stands, in lines. */
public final class AgentText {
    private AgentText() {}

    /** Its light, what it does and when it is next due, and each trouble with what to do. */
    public static List<String> lines(Session session, AgentStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add(session.texts().text("agent.line", light(session, status), activity(session, status)));
        status.nextDue().ifPresent(due -> lines
                .add(session.texts().text("agent.next", Told.moment(session, zone(status), due))));
        status.troubles().forEach(trouble -> lines.addAll(lines(session, trouble)));
        status.warning().ifPresent(lines::add);
        status.newerVersion()
                .ifPresent(newer -> lines.add(session.texts().text("agent.newer", newer, status.programVersion())));
        return lines;
    }

    /** The same with what else it knows, for whoever may not look into the home. */
    public static List<String> alone(Session session, AgentStatus status) {
        List<String> lines = new ArrayList<>();
        if (!status.store().isEmpty()) {
            lines.add(session.texts().text("status.store", status.store()));
        }
        lines.addAll(lines(session, status));
        if (status.zone().isEmpty()) {
            // It has only just begun and has not looked yet.
            return lines;
        }
        lines.add(status.lastBackup()
                .map(last -> session.texts().text("status.last", Told.moment(session, zone(status), last.startedAt()),
                        last.slot(), last.dumpBytes()))
                .orElseGet(() -> session.texts().text("status.never")));
        lines.add(status.lastDrill()
                .map(drill -> session.texts().text(drill.passed()
                        ? drill.proof().equals("DATABASE") ? "status.drilled" : "status.drilled_bytes"
                        : "status.drill_failed", Told.moment(session, zone(status), drill.at()), drill.rows()))
                .orElseGet(() -> session.texts().text("status.never_drilled")));
        return lines;
    }

    /** One trouble: what is wrong, its details, what to do. */
    static List<String> lines(Session session, Trouble trouble) {
        List<String> lines = new ArrayList<>();
        lines.add(session.texts().text("agent.trouble", session.texts().text("agent.light." + trouble.light()),
                trouble.number().isEmpty() ? trouble.message() : trouble.message() + " (" + trouble.number() + ")"));
        trouble.details().forEach(detail -> lines.add("    " + detail));
        if (!trouble.hint().isEmpty()) {
            lines.add("    " + session.texts().text("output.hint", trouble.hint()));
        }
        return lines;
    }

    static String light(Session session, AgentStatus status) {
        return session.texts().text("agent.light." + status.light());
    }

    /** What it is doing, in the command's language whatever the store's is. */
    static String activity(Session session, AgentStatus status) {
        return session.words().status(status.activity().status());
    }

    /** As a program is told of it. */
    public static Map<String, Object> plain(AgentStatus status) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("programVersion", status.programVersion());
        plain.put("startedAt", status.startedAt().toString());
        plain.put("light", status.light().name());
        plain.put("activity", status.activity().status().name());
        status.nextDue().ifPresent(due -> plain.put("nextDue", due.toString()));
        plain.put("troubles", status.troubles().stream().map(trouble -> Map.of("topic", trouble.topic(), "light",
                trouble.light().name(), "name", trouble.name(), "message", trouble.message())).toList());
        status.newerVersion().ifPresent(newer -> plain.put("newerVersion", newer));
        status.warning().ifPresent(warning -> plain.put("warning", warning));
        return plain;
    }

    /** The store's, or this machine's as long as the agent has not read its settings. */
    static ZoneId zone(AgentStatus status) {
        try {
            return ZoneId.of(status.zone());
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}

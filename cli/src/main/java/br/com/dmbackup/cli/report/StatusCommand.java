package br.com.dmbackup.cli.report;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Told;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.cli.agent.AgentText;
import br.com.dmbackup.cli.agent.LivingAgent;
import br.com.dmbackup.cli.agent.StatusWatch;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.Forecast;
import br.com.dmbackup.core.report.PlaceReport;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.core.report.StatusReport;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: how the store stands, on one screen. */
@Command(name = "status")
public final class StatusCommand implements Verb {
    @Option(names = "--watch")
    boolean watch;

    @Override
    public ExitCode run(Session session) {
        if (watch) {
            return new StatusWatch(session).watch();
        }
        Optional<AgentStatus> agent = LivingAgent.of(session).map(LocalAgent::status);
        try (OpenHome home = OpenHome.toLook(session)) {
            StatusReport report = StatusReport.of(home.here(), session.output());
            agent.ifPresentOrElse(status -> AgentText.lines(session, status).forEach(text -> line(session, text)),
                    () -> line(session, session.texts().text("agent.none")));
            tell(session, home.here(), report);
            Map<String, Object> plain = plain(report);
            agent.ifPresent(status -> plain.put("agent", AgentText.plain(status)));
            session.output().result(plain);
            return ExitCode.OK;
        } catch (BackupFault fault) {
            // Whoever may not look into the home, or finds its settings broken, is told what the agent knows.
            AgentStatus status = agent.orElseThrow(() -> fault);
            AgentText.alone(session, status).forEach(text -> line(session, text));
            session.output().result(Map.of("agent", AgentText.plain(status)));
            return ExitCode.OK;
        }
    }

    private static void tell(Session session, Installation here, StatusReport report) {
        Messages texts = session.texts();
        here.settings().store().ifPresent(store -> line(session, texts.text("status.store", store.name())));
        line(session, switch (report.service()) {
            case ServiceStatus.Ready ready -> texts.text("status.ready", here.engine().databaseName());
            case ServiceStatus.NotReady not -> texts.text("status.not_ready", not.fault().text(session.words()));
        });
        line(session, report.lastBackup()
                .map(last -> texts.text("status.last", Told.moment(session, here.zone(), last.startedAt()),
                        last.slot().folderName(), last.dumpBytes()))
                .orElse(texts.text("status.never")));
        report.lastBackup().flatMap(last -> last.dumpMadeAt()).ifPresent(when -> line(session,
                texts.text("status.dump_made", Told.moment(session, here.zone(), when))));
        report.lastRun().filter(last -> !last.placed())
                .ifPresent(last -> line(session, lastRun(session, here, last, report.slots())));
        line(session, report.lastDrill().map(drill -> drill(session, here, drill))
                .orElse(texts.text("status.never_drilled")));
        report.places().forEach(place -> tell(session, place));
        line(session, outlook(session, report.outlook()));
        line(session, "");
        new SlotTableText(session, report.slots(), here.zone()).lines().forEach(text -> line(session, text));
    }

    /** The reason of a suspicious one stands with the slots. */
    private static String lastRun(Session session, Installation here, RunRecord last, SlotTable slots) {
        String when = Told.moment(session, here.zone(), last.startedAt());
        boolean suspicious = last.outcome() == RunRecord.Outcome.SUSPICIOUS
                && slots.suspects().stream().anyMatch(SlotTable.Suspect::waiting);
        return suspicious
                ? session.texts().text("status.suspicious", when)
                : session.texts().text("status.failed", when, fault(session, last));
    }

    private static String fault(Session session, RunRecord run) {
        return run.faultWords().or(() -> run.fault().map(name -> session.texts().text("status.fault." + kind(name))))
                .orElse("");
    }

    /** Of a run noted by an older version only the code is known: it is told by its sort. */
    private static String kind(String code) {
        return br.com.dmbackup.protocol.FaultCode.valueOf(code).kind().name();
    }

    private static String drill(Session session, Installation here, DrillRecord drill) {
        String passed = drill.provesDatabase() ? "status.drilled" : "status.drilled_bytes";
        return session.texts().text(drill.passed() ? passed : "status.drill_failed",
                Told.moment(session, here.zone(), drill.at()), drill.rows());
    }

    private static void tell(Session session, PlaceReport place) {
        String name = Told.place(session, place.name());
        String text = place.fault().map(fault -> fault.text(session.words())).orElseGet(() -> place.space()
                .map(space -> session.texts().text("status.free", space.freeBytes(), space.totalBytes())).orElse(""));
        line(session, session.texts().text("status.place", name, place.location(), text));
        if (!place.owed().isEmpty()) {
            line(session, session.texts().text("status.owed", name, place.owed().size(),
                    place.owed().getLast().backup().slot().folderName()));
        }
    }

    private static String outlook(Session session, Forecast.Outlook outlook) {
        return switch (outlook) {
            case Forecast.Unknown unknown -> session.texts().text("status.outlook_unknown", Forecast.DAYS);
            case Forecast.Enough enough -> session.texts().text("status.outlook_enough", Forecast.DAYS);
            case Forecast.ShortIn shortIn -> session.texts().text("status.outlook_short", shortIn.days());
        };
    }

    private static void line(Session session, String text) {
        session.output().line(text);
    }

    private static Map<String, Object> plain(StatusReport report) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("databaseReady", report.service() instanceof ServiceStatus.Ready);
        report.lastBackup().ifPresent(last -> plain.put("lastBackup", Map.of("backup", last.id().toString(),
                "startedAt", last.startedAt().toString(), "slot", last.slot().folderName(), "dumpBytes",
                last.dumpBytes())));
        report.lastRun().ifPresent(last -> plain.put("lastRun", Map.of("startedAt", last.startedAt().toString(),
                "outcome", last.outcome().name(), "fault", last.fault().orElse(""), "message",
                last.faultWords().orElse(""))));
        report.lastDrill().ifPresent(drill -> plain.put("lastDrill",
                Map.of("at", drill.at().toString(), "passed", drill.passed(), "proof", drill.proof().name(), "rows",
                        drill.rows())));
        plain.put("places", report.places().stream().map(StatusCommand::plain).toList());
        plain.put("daysOfRoom", switch (report.outlook()) {
            case Forecast.Unknown unknown -> -1;
            case Forecast.Enough enough -> Forecast.DAYS;
            case Forecast.ShortIn shortIn -> shortIn.days();
        });
        return plain;
    }

    private static Map<String, Object> plain(PlaceReport place) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", place.name());
        plain.put("location", place.location());
        plain.put("reachable", place.fault().isEmpty());
        place.space().map(Space::freeBytes).ifPresent(bytes -> plain.put("freeBytes", bytes));
        plain.put("owed", place.owed().stream().map(owed -> owed.backup().slot().folderName()).toList());
        return plain;
    }
}

package br.com.dmbackup.cli.sqlserver;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.SqlServerEngine;
import br.com.dmbackup.engine.sqlserver.access.LiveSize;
import br.com.dmbackup.engine.sqlserver.access.ServerProfile;
import br.com.dmbackup.engine.sqlserver.setup.SetupCheck;
import br.com.dmbackup.engine.sqlserver.setup.SetupFinding;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code sqlserver check}: one line for each step, and what to do about the first that fails. */
@Command(name = "check")
public final class CheckCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        List<Map<String, Object>> steps = new ArrayList<>();
        // A backup run clears the staging folder that is tried here: not both at once.
        try (OpenHome home = OpenHome.toChange(session, "sqlserver check")) {
            if (!(home.here().engine() instanceof SqlServerEngine engine)) {
                throw BackupFault.of(FaultCode.USAGE,
                        session.texts().text("sqlserver.other_engine", home.here().engine().kind()));
            }
            SetupCheck check = engine.setupCheck(home.here().home().stagingFolder());
            Optional<BackupFault> stopped = check.run(finding -> {
                tell(session, finding);
                steps.add(plain(finding));
            }, trialBackup(session));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("steps", steps);
            if (stopped.isPresent()) {
                session.output().result(result);
                throw stopped.get();
            }
            tell(session, check.profile(), engine.databaseName(), result);
            session.output().result(result);
            session.output().line(session.texts().text("sqlserver.ready", engine.databaseName()));
            return ExitCode.OK;
        }
    }

    private static void tell(Session session, ServerProfile server, String database, Map<String, Object> result) {
        LiveSize size = server.size();
        result.put("product", server.product());
        result.put("recoveryModel", server.recoveryModel());
        result.put("dataBytes", size.dataBytes());
        line(session, "server", server.product());
        line(session, "database", database, size.dataBytes(), server.recoveryModel());
        if (size.isLimited()) {
            result.put("limitBytes", size.limitBytes());
            line(session, "limit", size.limitBytes(), size.dataBytes() * 100 / size.limitBytes());
        }
        server.backupFolder().ifPresent(folder -> {
            result.put("backupFolder", folder);
            line(session, "folder", folder);
        });
        server.suspectPages().ifPresent(pages -> {
            result.put("suspectPages", pages);
            line(session, "suspect", pages);
        });
    }

    private static void line(Session session, String key, Object... arguments) {
        session.output().line("  " + session.texts().text("sqlserver.profile." + key, arguments));
    }

    private static Progress trialBackup(Session session) {
        boolean[] begun = {false};
        return (done, total) -> {
            if (!begun[0]) {
                begun[0] = true;
                session.output().status(StatusText.DUMPING);
            }
            session.output().advanced(done, total);
        };
    }

    /** What went wrong is said at the end, with what to do about it. */
    private static void tell(Session session, SetupFinding finding) {
        String step = session.texts().text("sqlserver.step." + finding.step().name());
        session.output().line(
                session.texts().text(finding.passed() ? "sqlserver.passed" : "sqlserver.failed", step,
                        finding.detail()));
    }

    private static Map<String, Object> plain(SetupFinding finding) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("step", finding.step().name());
        plain.put("passed", finding.passed());
        plain.put("detail", finding.detail());
        finding.fault().ifPresent(fault -> plain.put("fault", fault.code().name()));
        return plain;
    }
}

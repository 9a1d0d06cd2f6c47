package br.com.dmbackup.cli.sqlserver;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.SqlServerEngine;
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
            Optional<BackupFault> stopped = engine.setupCheck(home.here().home().stagingFolder()).run(finding -> {
                tell(session, finding);
                steps.add(plain(finding));
            }, trialBackup(session));
            session.output().result(steps);
            if (stopped.isPresent()) {
                throw stopped.get();
            }
            session.output().line(session.texts().text("sqlserver.ready", engine.databaseName()));
            return ExitCode.OK;
        }
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

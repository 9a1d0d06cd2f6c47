package br.com.dmbackup.cli.backup;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.cli.agent.LivingAgent;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.AutomaticRun;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.run.ManualBackup;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code backup}: one run now; with {@code --manual} also into a folder, with {@code --if-due} only when it is time. A
 * living agent is asked for it, as one process does the work.
 */
@Command(name = "backup")
public final class BackupCommand implements Verb {
    @Option(names = "--manual", paramLabel = "${bundle:label.folder}")
    @Nullable
    Path manual;

    @Option(names = "--if-due")
    boolean ifDue;

    @Override
    public ExitCode run(Session session) {
        Optional<Path> folder = Optional.ofNullable(manual).map(session::path);
        folder.ifPresent(BackupCommand::require);
        Optional<LocalAgent> agent = ifDue ? Optional.empty() : LivingAgent.of(session);
        if (agent.isPresent()) {
            return new AskedBackup(session, agent.get()).make(folder);
        }
        try (OpenHome home = OpenHome.toChange(session, "backup")) {
            Installation here = home.here();
            RunOutcome outcome = ifDue
                    ? new AutomaticRun(here, session.output(), home.turn()).runIfDue()
                    : new BackupRun(here, session.output(), home.turn()).run();
            RunReport report = new RunReport(session, here);
            return folder.map(chosen -> withCopy(session, here, outcome, chosen, report))
                    .orElseGet(() -> report.tell(outcome));
        }
    }

    /** Told before the long work, not after it. */
    private static void require(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BackupFault.of(Files.exists(folder) ? FaultCode.NOT_A_FOLDER : FaultCode.FOLDER_MISSING, folder);
        }
    }

    private static ExitCode withCopy(Session session, Installation here, RunOutcome outcome, Path folder,
            RunReport report) {
        ManualBackup manual = new ManualBackup(here, session.output());
        return switch (outcome) {
            case RunOutcome.Succeeded made ->
                report.tell(outcome, manual.copy(made.manifest(), made.placement(), folder));
            case RunOutcome.Partial made ->
                report.tell(outcome, manual.copy(made.manifest(), made.placement(), folder));
            case RunOutcome.Failed failed -> report.tell(failed);
            case RunOutcome.Skipped skipped -> report.tell(skipped);
        };
    }
}

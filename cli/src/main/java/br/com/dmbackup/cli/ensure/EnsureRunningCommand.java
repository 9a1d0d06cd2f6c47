package br.com.dmbackup.cli.ensure;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.NewHome;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.service.ServiceMark;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ensure-running}: starts DMBackup unless it runs, and says what is to be shown to whoever opens the ERP. Ends
 * with 0, or with 10 when there is a warning to be shown.
 */
@Command(name = "ensure-running")
public final class EnsureRunningCommand implements Verb {
    @Option(names = "--wait", paramLabel = "${bundle:label.seconds}", defaultValue = "60")
    int seconds = 60;

    @Option(names = "--fresh")
    boolean fresh;

    @Override
    public ExitCode run(Session session) {
        Home home = new Home(session.home());
        Optional<LocalAgent> running = LocalAgent.find(home.root());
        AgentStatus status = Start.known(running.orElseGet(() -> started(home)));
        session.output().line(session.texts().text(running.isPresent() ? "ensure.running" : "ensure.started"));
        status.warning().ifPresent(warning -> session.output().line(warning));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("running", true);
        result.put("started", running.isEmpty());
        result.put("version", status.programVersion());
        result.put("warning", status.warning().orElse(""));
        session.output().result(result);
        return status.warning().isPresent() ? ExitCode.WARNING : ExitCode.OK;
    }

    private LocalAgent started(Home home) {
        // The home of a service may be shut to whoever opens the ERP.
        if (ServiceMark.of(home).isEmpty() && !Files.isRegularFile(home.settingsFile())) {
            if (!fresh) {
                throw BackupFault.of(FaultCode.SETTINGS_MISSING, home.settingsFile());
            }
            NewHome.prepare(home.root());
        }
        return new Start(home, Duration.ofSeconds(seconds)).agent();
    }
}

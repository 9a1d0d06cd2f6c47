package br.com.dmbackup.cli.service;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.service.GivenUpVersion;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.rights.HomeRights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * {@code service status}: whether the service is there and the agent answers, which version runs, and whether the rights
 * are as they should be. Ends with 0 when all is well, 4 when the agent does not answer, 2 when no service is installed
 * or the rights are wrong.
 */
@Command(name = "status")
public final class ServiceStatusCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        Home home = new Home(session.home());
        Optional<ServiceMark> mark = ServiceMark.of(home);
        LaunchRecord record = LaunchRecord.read(home.root());
        List<Notice> problems = new ArrayList<>(HomeRights.of(home).problems());
        GivenUpVersion.of(home).ifPresent(problems::add);
        boolean answers = answers(home.root());
        Standing standing = new Standing(mark.isPresent(), enabled(), answers, record.running(), record.good(),
                record.goodSince(), mark.map(ServiceMark::account).orElse(""),
                mark.map(ServiceMark::programs).orElse(""),
                problems.stream().map(notice -> notice.text(session.words())).toList());
        tell(session, standing);
        problems.forEach(session.output()::notice);
        session.output().result(standing);
        if (mark.isPresent() && !answers) {
            return ExitCode.TRANSIENT;
        }
        return mark.isPresent() && problems.isEmpty() ? ExitCode.OK : ExitCode.USER;
    }

    private static void tell(Session session, Standing standing) {
        session.output().line(session.texts().text(standing.installed()
                ? "service.is_installed"
                : "service.is_not_installed", standing.account(), standing.programs()));
        if (standing.installed()) {
            session.output().line(session.texts().text(standing.enabled()
                    ? "service.is_enabled"
                    : "service.is_not_enabled"));
        }
        session.output().line(session.texts().text(standing.answers() ? "service.answers" : "service.answers_not"));
        if (!standing.version().isEmpty()) {
            session.output().line(session.texts().text("service.version", standing.version()));
        }
        if (!standing.goodVersion().isEmpty()) {
            session.output().line(session.texts().text("service.good_version", standing.goodVersion(),
                    standing.goodSince()));
        }
        if (standing.problems().isEmpty()) {
            session.output().line(session.texts().text("service.rights_sound"));
        }
    }

    private static boolean enabled() {
        return switch (MachineService.here()) {
            case SYSTEMD -> MachineService.succeeds("systemctl", "is-enabled", ServicePlan.UNIT).isPresent();
            case WINDOWS -> MachineService.succeeds("sc.exe", "qc", ServicePlan.WINDOWS_NAME)
                    .filter(answer -> answer.contains("AUTO_START")).isPresent();
        };
    }

    private static boolean answers(Path home) {
        try {
            return LocalAgent.find(home).isPresent();
        } catch (AgentFault closedToUs) {
            return false;
        }
    }

    /** What a program is told. */
    record Standing(boolean installed, boolean enabled, boolean answers, String version, String goodVersion,
            String goodSince, String account, String programs, List<String> problems) {}
}

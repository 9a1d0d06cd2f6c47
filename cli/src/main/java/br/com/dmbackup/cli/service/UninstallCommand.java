package br.com.dmbackup.cli.service;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.step.Step;
import br.com.dmbackup.service.step.StepWork;
import br.com.dmbackup.service.systemd.SystemdService;
import br.com.dmbackup.service.systemd.TerminalService;
import br.com.dmbackup.service.windows.WindowsService;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code service uninstall}: the service goes; data, settings, program folders and the account stay. */
@Command(name = "uninstall")
public final class UninstallCommand implements Verb {
    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--role", paramLabel = "${bundle:label.role}")
    InstallCommand.Role role = InstallCommand.Role.server;

    @Override
    public ExitCode run(Session session) {
        MachineService machine = MachineService.here();
        Home home = new Home(session.home());
        String programs = ServiceMark.of(home).map(ServiceMark::programs).orElse("");
        List<Step> steps = switch (role) {
            case server -> switch (machine) {
                case SYSTEMD -> SystemdService.here().uninstall(home);
                case WINDOWS -> WindowsService.uninstall(home);
            };
            case terminal -> switch (machine) {
                case SYSTEMD -> TerminalService.here().uninstall();
                case WINDOWS -> WindowsService.uninstallTerminal();
            };
        };
        if (dryRun) {
            session.output().line(session.texts().text("service.dry_run"));
            steps.forEach(step -> session.output().line(step.shown().indent(2).stripTrailing()));
        } else {
            machine.requireAdministrator(session, "service.uninstalling");
            StepWork.all(steps);
            session.output().line(session.texts().text("service.uninstalled"));
            session.output().line(role == InstallCommand.Role.server
                    ? session.texts().text("service.stays", home.root(), programs)
                    : session.texts().text("service.terminal_stays", home.root()));
        }
        session.output().result(Map.of("steps", steps.stream().map(Step::shown).toList()));
        return ExitCode.OK;
    }
}

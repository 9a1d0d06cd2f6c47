package br.com.dmbackup.cli.service;

import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.terminal.TerminalCommand;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.settings.SettingsTables;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.TerminalFiles;
import br.com.dmbackup.service.step.Step;
import br.com.dmbackup.service.step.StepWork;
import br.com.dmbackup.service.systemd.TerminalService;
import br.com.dmbackup.service.windows.WindowsService;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.terminal.life.TerminalSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** {@code service install --role terminal}: the backup terminal as a service. */
record TerminalInstallation(Session session, MachineService machine, Programs programs, Account account,
        boolean dryRun) {

    ExitCode install() {
        TerminalHome home = new TerminalHome(session.home());
        home.requireSetUp();
        ServicePlan plan = new ServicePlan(new Home(home.root()), programs, account,
                Path.of(System.getProperty("java.home")), ProgramVersion.text(), List.of(folder(home)));
        List<Step> steps = steps(plan, new TerminalFiles(home.settingsFile(), home.stateFolder(), home.doorFolder()));
        List<Step.Command> stop = switch (machine) {
            case SYSTEMD -> TerminalService.here().stop();
            case WINDOWS -> WindowsService.stopTerminal();
        };
        List<Step.Command> start = switch (machine) {
            case SYSTEMD -> TerminalService.start();
            case WINDOWS -> WindowsService.startTerminal();
        };
        boolean starts = machine == MachineService.WINDOWS || TerminalService.here().running();
        if (dryRun) {
            session.output().line(session.texts().text("service.dry_run"));
            InstallCommand.tell(session, stop);
            InstallCommand.tell(session, steps);
            InstallCommand.tell(session, start);
        } else {
            machine.requireAdministrator(session, "service.installing");
            StepWork.all(stop);
            StepWork.all(steps);
            InstallCommand.requireReadable(machine, plan, home.settingsFile());
            if (starts) {
                StepWork.all(start);
            }
            InstallCommand.told(session, plan, starts, start);
        }
        session.output().result(new InstallCommand.Installed(plan.version(), plan.programs().root(), account.name(),
                !dryRun && starts, steps.stream().map(Step::shown).toList()));
        return ExitCode.OK;
    }

    private List<Step> steps(ServicePlan plan, TerminalFiles files) {
        ProgramFiles program = ProgramFiles.running(TerminalCommand.class);
        Instant now = session.surroundings().clock().instant();
        return switch (machine) {
            case SYSTEMD -> TerminalService.here().install(plan, program, files,
                    InstallCommand.accountIsThere(account), now);
            case WINDOWS -> {
                if (ServiceMark.of(plan.home()).isPresent()) {
                    // The two have accounts of their own there, and a home is shut to all but one.
                    throw BackupFault.of(FaultCode.SERVICE_UNSUPPORTED, "Windows: " + plan.home().root());
                }
                yield WindowsService.installTerminal(plan, program, files, now);
            }
        };
    }

    private Path folder(TerminalHome home) {
        SettingsTables tables = SettingsTables.read(home.settingsFile());
        TerminalSettings settings = TerminalSettings.read(tables);
        tables.requireSound(session.words());
        return settings.folder();
    }
}

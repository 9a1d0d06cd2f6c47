package br.com.dmbackup.cli.service;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.step.Step;
import br.com.dmbackup.service.step.StepWork;
import br.com.dmbackup.service.systemd.SystemdService;
import br.com.dmbackup.service.windows.WindowsService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code service install}: makes, renews or repairs the service; with {@code --dry-run} only shows how. */
@Command(name = "install")
public final class InstallCommand implements Verb {
    @Option(names = "--user", paramLabel = "${bundle:label.account}")
    @Nullable
    String user;

    @Option(names = "--programs", paramLabel = "${bundle:label.folder}")
    @Nullable
    Path programs;

    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--role", paramLabel = "${bundle:label.role}")
    Role role = Role.server;

    /** What this machine is, as it is typed. */
    enum Role {
        server, terminal
    }

    @Override
    public ExitCode run(Session session) {
        MachineService machine = MachineService.here();
        if (role == Role.terminal) {
            return new TerminalInstallation(session, machine, programFolder(session, machine), account(machine), dryRun)
                    .install();
        }
        NeededPlaces places = NeededPlaces.of(new Composition(session).settings(), session.home(),
                session.surroundings().clock());
        ServicePlan plan = new ServicePlan(new Home(session.home()), programFolder(session, machine), account(machine),
                Path.of(System.getProperty("java.home")), ProgramVersion.text(), places.folders());
        ProgramFiles files = ProgramFiles.running(InstallCommand.class);
        List<Step> steps = switch (machine) {
            case SYSTEMD -> SystemdService.here().install(plan, files, accountIsThere(plan.account()),
                    LaunchRecord.read(session.home()), session.surroundings().clock().instant());
            case WINDOWS -> WindowsService.install(plan, files, LaunchRecord.read(session.home()),
                    session.surroundings().clock().instant());
        };
        List<? extends Step> stop = switch (machine) {
            case SYSTEMD -> SystemdService.here().stop();
            case WINDOWS -> WindowsService.stop();
        };
        List<? extends Step> start = switch (machine) {
            case SYSTEMD -> SystemdService.start();
            case WINDOWS -> WindowsService.start();
        };
        boolean starts = machine == MachineService.WINDOWS || SystemdService.here().running();
        if (dryRun) {
            session.output().line(session.texts().text("service.dry_run"));
            tell(session, stop);
            tell(session, steps);
            tell(session, start);
        } else {
            machine.requireAdministrator(session, "service.installing");
            StepWork.all(stop);
            new LonelyAgent(plan.home()).end();
            StepWork.all(steps);
            reachable(session, machine, plan, places);
            if (starts) {
                StepWork.all(start);
            }
            told(session, plan, starts, start);
        }
        session.output().result(new Installed(plan.version(), plan.programs().root(), plan.account().name(),
                !dryRun && starts, steps.stream().map(Step::shown).toList()));
        return ExitCode.OK;
    }

    private Programs programFolder(Session session, MachineService machine) {
        Path usual = switch (machine) {
            case SYSTEMD -> Path.of("/opt/dmbackup");
            case WINDOWS -> Path.of(
                    session.surroundings().environment().getOrDefault("ProgramFiles", "C:\\Program Files"),
                    "DMBackup");
        };
        return new Programs(programs == null ? usual : session.path(programs));
    }

    private Account account(MachineService machine) {
        String name = user;
        if (name == null || machine == MachineService.WINDOWS) {
            return Account.USUAL;
        }
        Account asked = new Account(name, Account.USUAL.group());
        return MachineService.succeeds("id", "-gn", asked.name()).map(group -> new Account(asked.name(), group.strip()))
                .orElseThrow(() -> BackupFault.of(FaultCode.SERVICE_NAME_UNUSABLE, asked.name()));
    }

    static boolean accountIsThere(Account account) {
        return MachineService.succeeds("id", "-u", account.name()).isPresent();
    }

    /** What the service would fail at is found now, by doing it as the service's account. */
    private static void reachable(Session session, MachineService machine, ServicePlan plan, NeededPlaces places) {
        if (machine == MachineService.WINDOWS) {
            return;
        }
        requireReadable(machine, plan, plan.home().settingsFile());
        Optional<Path> hidden = places.database().filter(database -> !reads(plan.account(), database));
        hidden.ifPresent(database -> session.output().line(session.texts().text("service.hidden_database", database,
                plan.account().name())));
    }

    /** @param settings the program's own */
    static void requireReadable(MachineService machine, ServicePlan plan, Path settings) {
        if (machine == MachineService.WINDOWS) {
            return;
        }
        for (Path path : List.of(plan.java(), plan.programs().launcherJar(), settings)) {
            if (!reads(plan.account(), path)) {
                throw BackupFault.of(FaultCode.HIDDEN_FROM_ACCOUNT, path, plan.account().name());
            }
        }
    }

    private static boolean reads(Account account, Path path) {
        return MachineService.succeeds("runuser", "-u", account.name(), "--", "test", "-r", path.toString())
                .isPresent();
    }

    static void told(Session session, ServicePlan plan, boolean started, List<? extends Step> start) {
        session.output().line(session.texts().text("service.installed", plan.version(), plan.programs().root(),
                plan.account().name()));
        if (started) {
            session.output().line(session.texts().text("service.started"));
        } else {
            session.output().line(session.texts().text("service.type_this"));
            tell(session, start);
        }
    }

    static void tell(Session session, List<? extends Step> steps) {
        steps.forEach(step -> session.output().line(step.shown().indent(2).stripTrailing()));
    }

    /** What a program is told. */
    record Installed(String version, Path programs, String account, boolean started, List<String> steps) {}
}

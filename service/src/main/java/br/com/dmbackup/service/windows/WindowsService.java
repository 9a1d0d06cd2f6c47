package br.com.dmbackup.service.windows;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ProgramSteps;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.TerminalFiles;
import br.com.dmbackup.service.step.FileRights;
import br.com.dmbackup.service.step.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps that make DMBackup a Windows service, and those that undo it. */
public final class WindowsService {
    private static final String CONTROL = "sc.exe";
    /** The service is not there, or is stopped. */
    private static final Set<Integer> NOT_RUNNING = Set.of(2);

    private WindowsService() {}

    /** @param record what the launcher has found out so far */
    public static List<Step> install(ServicePlan plan, ProgramFiles files, LaunchRecord record, Instant now) {
        List<Step> steps = new ArrayList<>(installed(WindowsName.SERVER, plan, files, record, now));
        steps.addAll(AccessLines.of(plan.home()));
        steps.add(new Step.TextFile(ServiceMark.file(plan.home()),
                new ServiceMark(plan.account().name(), plan.account().group(), plan.programs().root().toString())
                        .text(),
                new FileRights("", "", 0640)));
        steps.add(AccessLines.readableHere(ServiceMark.file(plan.home())));
        return steps;
    }

    /** The backup terminal's; the plan's places are the folders with its archives. */
    public static List<Step> installTerminal(ServicePlan plan, ProgramFiles files, TerminalFiles terminal,
            Instant now) {
        List<Step> steps = new ArrayList<>(installed(WindowsName.TERMINAL, plan, files,
                LaunchRecord.read(plan.home().root(), Role.TERMINAL), now));
        steps.addAll(AccessLines.ofTerminal(plan.home(), terminal, plan.places()));
        return steps;
    }

    private static List<Step> installed(WindowsName service, ServicePlan plan, ProgramFiles files,
            LaunchRecord record, Instant now) {
        List<Step> steps = new ArrayList<>(ProgramSteps.of(plan, files, record, now));
        Path procrun = plan.programs().version(plan.version()).resolve("windows").resolve("prunsrv.exe");
        Path program = ProcrunLine.program(plan, service);
        steps.add(new Step.CopyFile(procrun, program));
        // 1: there was no such service. A change of all its parameters is safest done by making it anew.
        steps.add(new Step.Command(List.of(program.toString(), "//DS//" + service.name()),
                Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9)));
        steps.add(new Step.Command(ProcrunLine.of(plan, service, "IS"), Set.of()));
        steps.add(new Step.Command(CONTROL, "sidtype", service.name(), "unrestricted"));
        steps.add(new Step.Command(CONTROL, "failure", service.name(), "reset=", "86400", "actions=",
                "restart/5000/restart/30000/restart/60000"));
        steps.add(new Step.Command(CONTROL, "failureflag", service.name(), "1"));
        steps.add(new Step.Command(CONTROL, "sdset", service.name(), AccessLines.START_BY_ANYONE_HERE));
        return steps;
    }

    /** What comes first: its program cannot be replaced while it runs. Unlike {@code sc stop} this waits for its end. */
    public static List<Step.Command> stop() {
        return stop(WindowsName.SERVER);
    }

    /** What is run once it is installed. */
    public static List<Step.Command> start() {
        return start(WindowsName.SERVER);
    }

    /** The same of the terminal's. */
    public static List<Step.Command> stopTerminal() {
        return stop(WindowsName.TERMINAL);
    }

    /** The same of the terminal's. */
    public static List<Step.Command> startTerminal() {
        return start(WindowsName.TERMINAL);
    }

    private static List<Step.Command> stop(WindowsName service) {
        return List.of(new Step.Command(List.of("net.exe", "stop", service.name(), "/y"), NOT_RUNNING));
    }

    private static List<Step.Command> start(WindowsName service) {
        return List.of(new Step.Command(CONTROL, "start", service.name()));
    }

    /** Archives, settings and program folders stay. */
    public static List<Step> uninstallTerminal() {
        return List.of(stopTerminal().getFirst(),
                new Step.Command(List.of(CONTROL, "delete", WindowsName.TERMINAL.name()), Set.of(1060)));
    }

    /** Data, settings and program folders stay. */
    public static List<Step> uninstall(Home home) {
        return List.of(stop().getFirst(),
                new Step.Command(List.of(CONTROL, "delete", WindowsName.SERVER.name()), Set.of(1060)),
                new Step.Remove(ServiceMark.file(home)));
    }
}

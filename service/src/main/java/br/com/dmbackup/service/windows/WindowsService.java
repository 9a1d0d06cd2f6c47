package br.com.dmbackup.service.windows;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ProgramSteps;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.step.FileRights;
import br.com.dmbackup.service.step.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps that make DMBackup a Windows service, and those that undo it. */
public final class WindowsService {
    private static final String NAME = ServicePlan.WINDOWS_NAME;
    private static final String CONTROL = "sc.exe";
    /** The service is not there, or is stopped. */
    private static final Set<Integer> NOT_RUNNING = Set.of(2);

    private WindowsService() {}

    /** @param record what the launcher has found out so far */
    public static List<Step> install(ServicePlan plan, ProgramFiles files, LaunchRecord record, Instant now) {
        List<Step> steps = new ArrayList<>();
        steps.addAll(ProgramSteps.of(plan, files, record, now));
        Path procrun = plan.programs().version(plan.version()).resolve("windows").resolve("prunsrv.exe");
        steps.add(new Step.CopyFile(procrun, ProcrunLine.program(plan)));
        // 1: there was no such service. A change of all its parameters is safest done by making it anew.
        steps.add(new Step.Command(List.of(ProcrunLine.program(plan).toString(), "//DS//" + NAME),
                Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9)));
        steps.add(new Step.Command(ProcrunLine.of(plan, "IS"), Set.of()));
        steps.add(new Step.Command(CONTROL, "sidtype", NAME, "unrestricted"));
        steps.add(new Step.Command(CONTROL, "failure", NAME, "reset=", "86400", "actions=",
                "restart/5000/restart/30000/restart/60000"));
        steps.add(new Step.Command(CONTROL, "failureflag", NAME, "1"));
        steps.add(new Step.Command(CONTROL, "sdset", NAME, AccessLines.START_BY_ANYONE_HERE));
        steps.addAll(AccessLines.of(plan.home()));
        steps.add(new Step.TextFile(ServiceMark.file(plan.home()),
                new ServiceMark(plan.account().name(), plan.account().group(), plan.programs().root().toString())
                        .text(),
                new FileRights("", "", 0640)));
        steps.add(AccessLines.readableHere(ServiceMark.file(plan.home())));
        return steps;
    }

    /** What comes first: its program cannot be replaced while it runs. Unlike {@code sc stop} this waits for its end. */
    public static List<Step.Command> stop() {
        return List.of(new Step.Command(List.of("net.exe", "stop", NAME, "/y"), NOT_RUNNING));
    }

    /** What is run once it is installed. */
    public static List<Step.Command> start() {
        return List.of(new Step.Command(CONTROL, "start", NAME));
    }

    /** Data, settings and program folders stay. */
    public static List<Step> uninstall(Home home) {
        return List.of(stop().getFirst(), new Step.Command(List.of(CONTROL, "delete", NAME), Set.of(1060)),
                new Step.Remove(ServiceMark.file(home)));
    }
}

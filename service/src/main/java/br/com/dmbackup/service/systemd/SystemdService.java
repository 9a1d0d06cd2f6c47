package br.com.dmbackup.service.systemd;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ProgramSteps;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.rights.HomeRights;
import br.com.dmbackup.service.step.FileRights;
import br.com.dmbackup.service.step.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The steps that make DMBackup a service under systemd, and those that undo it.
 *
 * @param units the folder of units: {@code /etc/systemd/system}
 * @param startRules the folder of polkit's rules: {@code /etc/polkit-1/rules.d}; passed over where it is missing
 * @param running whether systemd runs this machine; else units are only written
 */
public record SystemdService(Path units, Path startRules, boolean running) {
    private static final String RULE = "50-dmbackup.rules";

    /** Of this machine. */
    public static SystemdService here() {
        return new SystemdService(Path.of("/etc/systemd/system"), Path.of("/etc/polkit-1/rules.d"),
                Files.isDirectory(Path.of("/run/systemd/system")));
    }

    /**
     * @param files the program that is to become the wanted version
     * @param accountIsThere whether the account exists
     * @param record what the launcher has found out so far: what to go back to
     */
    public List<Step> install(ServicePlan plan, ProgramFiles files, boolean accountIsThere, LaunchRecord record,
            Instant now) {
        List<Step> steps = new ArrayList<>();
        if (!accountIsThere) {
            steps.add(new Step.Command("useradd", "--system", "--user-group", "--no-create-home", "--home-dir",
                    plan.home().root().toString(), "--shell", "/usr/sbin/nologin", plan.account().name()));
        }
        steps.addAll(ProgramSteps.of(plan, files, record, now));
        steps.add(new Step.TextFile(plan.programs().root().resolve("dmbackup"), StartScript.text(plan),
                FileRights.ofSystem(0755)));
        steps.addAll(HomeRights.ofService(plan.home(), plan.account()).steps());
        steps.add(new Step.TextFile(ServiceMark.file(plan.home()),
                new ServiceMark(plan.account().name(), plan.account().group(), plan.programs().root().toString())
                        .text(),
                new FileRights("root", plan.account().group(), 0640)));
        steps.add(new Step.TextFile(units.resolve(ServicePlan.UNIT), ServiceUnit.text(plan),
                FileRights.ofSystem(0644)));
        steps.add(new Step.TextFile(units.resolve(SleepUnit.NAME), SleepUnit.text(plan), FileRights.ofSystem(0644)));
        if (Files.isDirectory(startRules)) {
            steps.add(new Step.TextFile(startRules.resolve(RULE), StartRule.text(plan), FileRights.ofSystem(0644)));
        }
        return steps;
    }

    /** What comes first, and ends a service that is there: nothing of it may run while files are handed over to its account. */
    public List<Step.Command> stop() {
        // 5: there is no such unit yet.
        return running
                ? List.of(new Step.Command(List.of("systemctl", "stop", ServicePlan.UNIT), Set.of(5)))
                : List.of();
    }

    /** What is run once the units are written; to be typed where systemd does not run. */
    public static List<Step.Command> start() {
        return List.of(new Step.Command("systemctl", "daemon-reload"),
                new Step.Command("systemctl", "enable", ServicePlan.UNIT, SleepUnit.NAME),
                new Step.Command("systemctl", "restart", ServicePlan.UNIT));
    }

    /** Data, settings, program folders and the account stay. */
    public List<Step> uninstall(Home home) {
        List<Step> steps = new ArrayList<>();
        if (running) {
            // 5: there is no such unit any more.
            steps.add(new Step.Command(List.of("systemctl", "disable", "--now", ServicePlan.UNIT, SleepUnit.NAME),
                    Set.of(1, 5)));
        }
        steps.add(new Step.Remove(units.resolve(ServicePlan.UNIT)));
        steps.add(new Step.Remove(units.resolve(SleepUnit.NAME)));
        if (Files.isDirectory(startRules)) {
            steps.add(new Step.Remove(startRules.resolve(RULE)));
        }
        steps.add(new Step.Remove(ServiceMark.file(home)));
        if (running) {
            steps.add(new Step.Command("systemctl", "daemon-reload"));
        }
        return steps;
    }
}

package br.com.dmbackup.service.systemd;

import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ProgramSteps;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.TerminalFiles;
import br.com.dmbackup.service.step.FileRights;
import br.com.dmbackup.service.step.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The steps that make the backup terminal a service under systemd.
 *
 * @param units the folder of units: {@code /etc/systemd/system}
 * @param running whether systemd runs this machine; else units are only written
 */
public record TerminalService(Path units, boolean running) {
    /** Of this machine. */
    public static TerminalService here() {
        SystemdService here = SystemdService.here();
        return new TerminalService(here.units(), here.running());
    }

    /**
     * @param plan whose one place is {@code MCBkp}
     * @param accountIsThere whether the account exists
     */
    public List<Step> install(ServicePlan plan, ProgramFiles program, TerminalFiles files, boolean accountIsThere,
            Instant now) {
        Account account = plan.account();
        List<Step> steps = new ArrayList<>();
        if (!accountIsThere) {
            steps.add(new Step.Command("useradd", "--system", "--user-group", "--no-create-home", "--home-dir",
                    plan.home().root().toString(), "--shell", "/usr/sbin/nologin", account.name()));
        }
        steps.addAll(ProgramSteps.of(plan, program, LaunchRecord.read(plan.home().root(), Role.TERMINAL), now));
        steps.add(new Step.TextFile(plan.programs().root().resolve("dmbackup"), StartScript.text(plan),
                FileRights.ofSystem(0755)));
        steps.add(new Step.Folder(plan.home().root(), new FileRights(account.name(), account.group(), 0750)));
        steps.add(new Step.Folder(plan.home().stateFolder(), new FileRights(account.name(), account.group(), 0710)));
        steps.add(new Step.Folder(plan.home().logFolder(), new FileRights(account.name(), account.group(), 0700)));
        steps.add(new Step.Folder(Role.TERMINAL.folder(plan.home().root()),
                new FileRights(account.name(), account.group(), 0700)));
        steps.add(new Step.GiveAll(files.state(), account.name(), account.group()));
        steps.add(new Step.Folder(files.state(), new FileRights(account.name(), account.group(), 0710)));
        // New files in it belong to the group: members of it may have a tray.
        steps.add(new Step.Folder(files.door(), new FileRights(account.name(), account.group(), 02750)));
        steps.add(new Step.Rights(files.settings(), new FileRights(account.name(), account.group(), 0600)));
        for (Path folder : plan.places()) {
            // People restore from it with nothing but an unzip program; only the service writes.
            steps.add(new Step.Folder(folder, new FileRights(account.name(), account.group(), 0750)));
            steps.add(new Step.GiveAll(folder, account.name(), account.group()));
        }
        steps.add(new Step.TextFile(units.resolve(TerminalUnit.NAME), TerminalUnit.text(plan),
                FileRights.ofSystem(0644)));
        return steps;
    }

    /** Archives, settings, program folders and the account stay. */
    public List<Step> uninstall() {
        List<Step> steps = new ArrayList<>();
        if (running) {
            // 5: there is no such unit any more.
            steps.add(new Step.Command(List.of("systemctl", "disable", "--now", TerminalUnit.NAME), Set.of(1, 5)));
        }
        steps.add(new Step.Remove(units.resolve(TerminalUnit.NAME)));
        if (running) {
            steps.add(new Step.Command("systemctl", "daemon-reload"));
        }
        return steps;
    }

    /** What comes first, and ends a service that is there. */
    public List<Step.Command> stop() {
        // 5: there is no such unit yet.
        return running
                ? List.of(new Step.Command(List.of("systemctl", "stop", TerminalUnit.NAME), Set.of(5)))
                : List.of();
    }

    /** What is run once the unit is written; to be typed where systemd does not run. */
    public static List<Step.Command> start() {
        return List.of(new Step.Command("systemctl", "daemon-reload"),
                new Step.Command("systemctl", "enable", TerminalUnit.NAME),
                new Step.Command("systemctl", "restart", TerminalUnit.NAME));
    }
}

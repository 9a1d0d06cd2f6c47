package br.com.dmbackup.service;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.launcher.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher's command line: a Java VM as small as it goes, since it lives beside the agent for ever. */
public final class LauncherLine {
    /** Options of the launcher's Java VM. */
    public static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms2m",
            "-Xmx8m", "-Xss256k", "-Xint", "-XX:-UsePerfData", "-Xshare:auto", "-XX:+UnlockDiagnosticVMOptions",
            // Else the start archive is moved, and its pages are no longer shared with other Java VMs.
            "-XX:ArchiveRelocationMode=0");

    private LauncherLine() {}

    /** Program and arguments of the launcher that holds the program of that role. */
    public static List<String> of(ServicePlan plan, Role role) {
        List<String> line = new ArrayList<>(
                of(plan.java(), plan.programs().launcherJar(), plan.programs(), plan.home()));
        line.addAll(role.arguments());
        return line;
    }

    /** The agent's, without a service. */
    public static List<String> of(Path java, Path launcherJar, Programs programs, Home home) {
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.addAll(OPTIONS);
        line.addAll(List.of("-jar", launcherJar.toString(), programs.single() ? "--program" : "--programs",
                programs.root().toString(), "--home", home.root().toString()));
        return line;
    }
}

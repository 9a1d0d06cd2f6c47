package br.com.dmbackup.service;

import java.util.ArrayList;
import java.util.List;

/** The launcher's command line: a Java VM as small as it goes, since it lives beside the agent for ever. */
public final class LauncherLine {
    /** Options of the launcher's Java VM. */
    public static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms2m",
            "-Xmx8m", "-Xss256k", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=4m", "-XX:-UsePerfData",
            "-Xshare:auto");

    private LauncherLine() {}

    /** Program and arguments. */
    public static List<String> of(ServicePlan plan) {
        List<String> line = new ArrayList<>();
        line.add(plan.java().toString());
        line.addAll(OPTIONS);
        line.addAll(List.of("-jar", plan.programs().launcherJar().toString(), "--programs",
                plan.programs().root().toString(), "--home", plan.home().root().toString()));
        return line;
    }
}

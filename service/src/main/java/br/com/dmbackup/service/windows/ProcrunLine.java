package br.com.dmbackup.service.windows;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ServicePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How procrun is told of the service (commons.apache.org/proper/commons-daemon/procrun.html). It runs the launcher inside
 * itself, so that its stop reaches {@code Launcher.stop}. Lists are separated by semicolons there.
 */
final class ProcrunLine {
    private static final Pattern SEPARATORS = Pattern.compile("[;#']");
    private static final int STOP_SECONDS = 45;

    private ProcrunLine() {}

    /** Where the service's program stands. */
    static Path program(ServicePlan plan, WindowsName service) {
        return plan.programs().root().resolve("launcher").resolve(service.program());
    }

    /** @param verb {@code IS} to install, {@code US} to change what is there */
    static List<String> of(ServicePlan plan, WindowsName service, String verb) {
        String launcher = "br.com.dmbackup.launcher.Launcher";
        return List.of(program(plan, service).toString(), "//" + verb + "//" + service.name(),
                "--DisplayName=" + service.shown(), "--Description=" + service.description(),
                "--Startup=auto", "--ServiceUser=" + service.account(),
                "--Jvm=" + item(plan.javaHome().resolve("bin").resolve("server").resolve("jvm.dll")),
                "--JavaHome=" + item(plan.javaHome()), "--Classpath=" + item(plan.programs().launcherJar()),
                "--JvmOptions=" + String.join(";", LauncherLine.OPTIONS), "--StartMode=jvm", "--StartClass=" + launcher,
                "--StartMethod=main",
                "--StartParams=" + String.join(";", parameters(plan, service)),
                "--StopMode=jvm", "--StopClass=" + launcher, "--StopMethod=stop", "--StopTimeout=" + STOP_SECONDS,
                "--LogPath=" + item(plan.home().logFolder()),
                "--LogPrefix=" + (service.equals(WindowsName.SERVER) ? "service" : "terminal-service"),
                "--LogLevel=Warn");
    }

    private static List<String> parameters(ServicePlan plan, WindowsName service) {
        List<String> parameters = new ArrayList<>(
                List.of("--programs", item(plan.programs().root()), "--home", item(plan.home().root())));
        parameters.addAll(service.role().arguments());
        return parameters;
    }

    private static String item(Path path) {
        if (SEPARATORS.matcher(path.toString()).find()) {
            throw BackupFault.of(FaultCode.SERVICE_NAME_UNUSABLE, path);
        }
        return path.toString();
    }
}

package br.com.dmbackup.service.windows;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ServicePlan;
import java.nio.file.Path;
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
    static Path program(ServicePlan plan) {
        return plan.programs().root().resolve("launcher").resolve("dmbackup-service.exe");
    }

    /** @param verb {@code IS} to install, {@code US} to change what is there */
    static List<String> of(ServicePlan plan, String verb) {
        String launcher = "br.com.dmbackup.launcher.Launcher";
        return List.of(program(plan).toString(), "//" + verb + "//" + ServicePlan.WINDOWS_NAME,
                "--DisplayName=DMBackup", "--Description=Backups de hora em hora do banco de dados da loja",
                "--Startup=auto", "--ServiceUser=NT SERVICE\\" + ServicePlan.WINDOWS_NAME,
                "--Jvm=" + item(plan.javaHome().resolve("bin").resolve("server").resolve("jvm.dll")),
                "--JavaHome=" + item(plan.javaHome()), "--Classpath=" + item(plan.programs().launcherJar()),
                "--JvmOptions=" + String.join(";", LauncherLine.OPTIONS), "--StartMode=jvm", "--StartClass=" + launcher,
                "--StartMethod=main",
                "--StartParams=--programs;" + item(plan.programs().root()) + ";--home;" + item(plan.home().root()),
                "--StopMode=jvm", "--StopClass=" + launcher, "--StopMethod=stop", "--StopTimeout=" + STOP_SECONDS,
                "--LogPath=" + item(plan.home().logFolder()), "--LogPrefix=service", "--LogLevel=Warn");
    }

    private static String item(Path path) {
        if (SEPARATORS.matcher(path.toString()).find()) {
            throw BackupFault.of(FaultCode.SERVICE_NAME_UNUSABLE, path);
        }
        return path.toString();
    }
}

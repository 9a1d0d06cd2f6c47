package br.com.dmbackup.service;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How DMBackup is to be a service of this machine.
 *
 * @param home whose backups are made
 * @param programs where the program's versions are kept
 * @param account who it runs as
 * @param javaHome the Java that runs it
 * @param version the version that is wanted
 * @param places folders outside the home that it must be able to write to, as the settings say
 */
public record ServicePlan(Home home, Programs programs, Account account, Path javaHome, String version,
        List<Path> places) {
    /** The service's name on Linux. */
    public static final String UNIT = "dmbackup.service";

    /** The service's name on Windows. */
    public static final String WINDOWS_NAME = "DMBackup";

    private static final Pattern UNWRITABLE = Pattern.compile("\\p{Cntrl}|\"");

    /** @throws BackupFault {@code SERVICE_NAME_UNUSABLE} for anything that cannot stand in a unit or a command line */
    public ServicePlan {
        places = List.copyOf(places);
        requireWritable(home.root());
        requireWritable(programs.root());
        requireWritable(javaHome);
        places.forEach(ServicePlan::requireWritable);
    }

    /** The program that runs the launcher. */
    public Path java() {
        return javaHome.resolve("bin").resolve("java");
    }

    private static void requireWritable(Path path) {
        if (UNWRITABLE.matcher(path.toString()).find()) {
            throw BackupFault.of(FaultCode.SERVICE_NAME_UNUSABLE, path.toString().replaceAll("\\p{Cntrl}", "?"));
        }
    }
}

package br.com.dmbackup.cli.support;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The names that DMBackup itself gives to files of a home. Others were given by people, and may name people. */
final class OwnNames {
    private static final Pattern OWN = Pattern
            .compile("|dmbackup\\.toml|Backup|state|agent|launcher|logs|staging|service"
                    + "|[0-2]\\dh|MCDados\\.zip|catalog\\.db(-wal|-shm|-journal)?|machine\\.key|lock|start\\.lock|agent\\.lock"
                    + "|record|told\\.json|last-sign|habit\\.txt|password|address\\.json|(till|admin)\\.token"
                    + "|(dmbackup|launcher|launcher-output|service)[\\d.-]*\\.log(\\.gz)?");

    private OwnNames() {}

    /** Whether every name of a path within the home is one. */
    static boolean all(Path inHome) {
        return StreamSupport.stream(inHome.spliterator(), false)
                .allMatch(name -> OWN.matcher(name.toString()).matches());
    }
}

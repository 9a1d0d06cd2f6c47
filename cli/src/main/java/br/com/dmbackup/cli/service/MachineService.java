package br.com.dmbackup.cli.service;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.core.program.ProgramAnswer;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of services this machine has, and who types. */
public enum MachineService {
    SYSTEMD, WINDOWS;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** @throws BackupFault {@code SERVICE_UNSUPPORTED} on any other system */
    public static MachineService here() {
        String system = System.getProperty("os.name", "");
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return WINDOWS;
        }
        if (Files.isDirectory(Path.of("/etc/systemd/system"))) {
            return SYSTEMD;
        }
        throw BackupFault.of(FaultCode.SERVICE_UNSUPPORTED, system);
    }

    /**
     * Only the system's administrator goes on from here.
     *
     * @throws BackupFault {@code ADMINISTRATOR_NEEDED}
     */
    void requireAdministrator(Session session, String what) {
        boolean administrator = switch (this) {
            case SYSTEMD -> succeeds("id", "-u").filter(id -> "0".equals(id.strip())).isPresent();
            // Only an elevated administrator may ask this.
            case WINDOWS -> succeeds("net", "session").isPresent();
        };
        if (!administrator) {
            throw BackupFault.of(FaultCode.ADMINISTRATOR_NEEDED, session.texts().text(what));
        }
    }

    /** What a short program says, where it succeeds. */
    static Optional<String> succeeds(String... line) {
        try {
            ProgramAnswer answer = Program.of(List.of(line)).ask(LONGEST);
            return answer.succeeded() ? Optional.of(answer.output()) : Optional.empty();
        } catch (BackupFault missing) {
            return Optional.empty();
        }
    }
}

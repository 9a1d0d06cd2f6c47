package br.com.dmbackup.engine.sqlserver.service;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.core.program.ProgramAnswer;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * SQL Server's service on this machine. Windows is asked through {@code sc}, Linux through {@code systemctl}.
 *
 * @param windows whether this machine runs Windows
 * @param ask runs a command; none where it cannot be run
 */
record LocalService(boolean windows, Function<List<String>, Optional<ProgramAnswer>> ask) {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final String LINUX = "mssql-server";
    private static final String USUAL_INSTANCE = "MSSQLSERVER";
    private static final String INSTANCES = "HKLM\\SOFTWARE\\Microsoft\\Microsoft SQL Server\\Instance Names\\SQL";

    /** Of this machine. */
    static LocalService here() {
        return new LocalService(System.getProperty("os.name", "").startsWith("Windows"), LocalService::answer);
    }

    /** Its name for the operating system: {@code MSSQL$SQLEXPRESS}. */
    String name(SqlServerAddress server) {
        if (!windows) {
            return LINUX;
        }
        // A port says nothing about the instance; where there is only one, it is meant.
        String instance = server.instance().or(this::onlyInstance).orElse(USUAL_INSTANCE);
        return instance.equalsIgnoreCase(USUAL_INSTANCE) ? USUAL_INSTANCE : "MSSQL$" + instance;
    }

    ServiceState state(String name) {
        return windows
                ? ask.apply(List.of("sc", "query", name)).map(ServiceAnswers::ofSc).orElse(ServiceState.UNKNOWN)
                : ask.apply(List.of("systemctl", "show", "--property=LoadState,ActiveState", name))
                        .map(ServiceAnswers::ofSystemctl)
                        .orElse(ServiceState.UNKNOWN);
    }

    private Optional<String> onlyInstance() {
        List<String> found = ask.apply(List.of("reg", "query", INSTANCES)).map(ServiceAnswers::instances)
                .orElse(List.of());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<ProgramAnswer> answer(List<String> command) {
        try {
            return Optional.of(Program.of(command).ask(AT_MOST));
        } catch (BackupFault notHere) {
            return Optional.empty();
        }
    }
}

package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.program.RunningProgram;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a tool's failure means. The server's words in it come in the server's language, so the server itself is asked
 * again by the driver, whose errors carry codes; what the tool said is kept as the fault's details.
 */
final class ToolFaults {
    private static final int TOLD = 5;

    private final String database;
    private final Supplier<ServiceStatus> service;

    ToolFaults(String database, Supplier<ServiceStatus> service) {
        this.database = database;
        this.service = service;
    }

    /** Why {@code pg_dump} failed. */
    BackupFault ofDump(RunningProgram tool) {
        List<String> said = lastLines(tool);
        if (service.get() instanceof ServiceStatus.NotReady(BackupFault why)) {
            return why.withDetails(said);
        }
        String all = String.join("\n", tool.errors());
        FaultCode code = lostServer(all) ? FaultCode.SERVER_UNREACHABLE : FaultCode.DUMP_FAILED;
        return BackupFault.of(code, database, words(tool, said)).withForeignCode(exit(tool)).withDetails(said);
    }

    /** Why {@code pg_restore} failed to load a dump that had been read whole before. */
    BackupFault ofRestore(RunningProgram tool, String target) {
        List<String> said = lastLines(tool);
        String all = String.join("\n", tool.errors());
        FaultCode code;
        if (all.contains("No space left on device") || all.contains("could not extend file")) {
            code = FaultCode.SERVER_DISK_FULL;
        } else if (lostServer(all)) {
            code = FaultCode.SERVER_UNREACHABLE;
        } else {
            code = all.contains("COPY failed for table")
                    ? FaultCode.RESTORED_DATABASE_DAMAGED
                    : FaultCode.RESTORE_FAILED;
        }
        return BackupFault.of(code, target, words(tool, said)).withForeignCode(exit(tool)).withDetails(said);
    }

    /** The words of the client library, which speaks English here. */
    private static boolean lostServer(String all) {
        return all.contains("server closed the connection") || all.contains("connection to server at")
                || all.contains("SSL SYSCALL error") || all.contains("could not receive data from server");
    }

    static String words(RunningProgram tool) {
        return words(tool, lastLines(tool));
    }

    private static String words(RunningProgram tool, List<String> said) {
        return said.stream().filter(line -> line.contains("error:")).findFirst()
                .or(() -> said.stream().findFirst()).orElse(exit(tool));
    }

    private static String exit(RunningProgram tool) {
        return tool.program().name() + ": exit " + tool.exitCode();
    }

    /** Without the lines that may hold rows. */
    private static List<String> lastLines(RunningProgram tool) {
        List<String> lines = tool.errors().stream()
                .filter(line -> !line.startsWith("CONTEXT:") && !line.contains("DETAIL:")).toList();
        return lines.subList(Math.max(0, lines.size() - TOLD), lines.size());
    }
}

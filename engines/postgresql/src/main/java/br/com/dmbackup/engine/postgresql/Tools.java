package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.core.program.ProgramAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code pg_dump} and {@code pg_restore} of one version, out of one folder.
 *
 * @param folder where both are
 * @param ending {@code .exe} on Windows
 */
record Tools(Path folder, String ending, ToolVersion version) {
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final String DUMP = "pg_dump";
    private static final String RESTORE = "pg_restore";

    /** The tools in a folder; none where one is missing, they differ, or they are wrappers that choose another. */
    static Optional<Tools> in(Path folder, String ending) {
        return version(folder.resolve(DUMP + ending))
                .filter(version -> version(folder.resolve(RESTORE + ending)).filter(version::equals).isPresent())
                .map(version -> new Tools(folder, ending, version));
    }

    private static Optional<ToolVersion> version(Path tool) {
        if (!tool.toFile().canExecute()) {
            return Optional.empty();
        }
        try {
            ProgramAnswer answer = Program.of(List.of(tool.toString(), "--version")).without("PG").ask(SHORT);
            return answer.succeeded() ? ToolVersion.in(answer.output()) : Optional.empty();
        } catch (br.com.dmbackup.core.backup.BackupFault broken) {
            if (broken.code() == br.com.dmbackup.protocol.FaultCode.CANCELLED) {
                throw broken;
            }
            return Optional.empty();
        }
    }

    String dump() {
        return folder.resolve(DUMP + ending).toString();
    }

    String restore() {
        return folder.resolve(RESTORE + ending).toString();
    }

    /** Where {@code pg_restore} can write what nobody wants. */
    String nowhere() {
        return ending.isEmpty() ? "/dev/null" : "NUL";
    }
}

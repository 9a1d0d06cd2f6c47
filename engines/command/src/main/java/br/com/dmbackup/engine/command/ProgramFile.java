package br.com.dmbackup.engine.command;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Whether a program is there and may be run, asked before it is. */
final class ProgramFile {
    private ProgramFile() {}

    /** Whether it is named by where it is; else it is looked for in {@code PATH}. */
    static boolean isPath(String program) {
        return program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0;
    }

    /**
     * @param searchPath the folders of {@code PATH}
     * @return what speaks against running it; nothing where only trying will tell
     */
    static Optional<BackupFault> objection(String program, String searchPath) {
        if (isPath(program)) {
            return objection(Path.of(program));
        }
        boolean windows = File.separatorChar == '\\';
        boolean found = Arrays.stream(searchPath.split(File.pathSeparator, -1)).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program)).anyMatch(ProgramFile::isProgram);
        return found || windows
                ? Optional.empty()
                : Optional.of(BackupFault.of(FaultCode.PROGRAM_MISSING, program).withForeignCode("ENOENT"));
    }

    private static Optional<BackupFault> objection(Path program) {
        if (!Files.exists(program)) {
            return Optional.of(BackupFault.of(FaultCode.PROGRAM_MISSING, program).withForeignCode("ENOENT"));
        }
        return isProgram(program)
                ? Optional.empty()
                : Optional.of(BackupFault.of(FaultCode.PROGRAM_FAILED, program, "x").withForeignCode("EACCES"));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}

package br.com.dmbackup.core.program;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A program to be run, with its arguments as they are: no shell reads them.
 *
 * @param command the program, as a path or a name to be found in {@code PATH}, and its arguments; never a secret
 * @param environment what is added to the environment; never a secret
 * @param withheld beginnings of names of environment variables that the child does not inherit
 */
public record Program(List<String> command, Map<String, String> environment, List<String> withheld) {
    private static final Pattern NO_SUCH_FILE = Pattern.compile("error[=:] ?2\\b");

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        withheld = List.copyOf(withheld);
    }

    public static Program of(List<String> command) {
        return new Program(command, Map.of(), List.of());
    }

    /** The same with a variable in its environment. */
    public Program with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Program(command, more, withheld);
    }

    /** The same without those inherited variables whose names begin so. */
    public Program without(String prefix) {
        List<String> more = new ArrayList<>(withheld);
        more.add(prefix);
        return new Program(command, environment, more);
    }

    /** Its own name, for people: {@code pg_dump}. */
    public String name() {
        Path file = Path.of(command.getFirst()).getFileName();
        return file == null ? command.getFirst() : file.toString();
    }

    /**
     * Starts it with nothing on its input.
     *
     * @throws BackupFault {@code PROGRAM_MISSING} or {@code PROGRAM_FAILED}
     */
    public RunningProgram start() {
        return new RunningProgram(this, process(), false);
    }

    /** Starts it, to be fed through {@link RunningProgram#input}. */
    public RunningProgram startFed() {
        return new RunningProgram(this, process(), true);
    }

    /**
     * Runs it to its end and keeps the beginning of what it says.
     *
     * @param atMost after which it is ended
     * @throws BackupFault {@code PROGRAM_MISSING}, or {@code PROGRAM_FAILED} when it takes too long
     */
    public ProgramAnswer ask(Duration atMost) {
        try (RunningProgram running = start()) {
            return running.answer(atMost);
        }
    }

    private Process process() {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(name -> withheld.stream().anyMatch(name::startsWith));
        inherited.putAll(environment);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw notStarted(failed);
        }
    }

    private BackupFault notStarted(IOException failed) {
        String program = command.getFirst();
        boolean there = program.contains("/") && Files.exists(Path.of(program));
        boolean missing = !there && NO_SUCH_FILE.matcher(String.valueOf(failed.getMessage())).find();
        BackupFault fault = missing
                ? BackupFault.of(FaultCode.PROGRAM_MISSING, program)
                : BackupFault.of(FaultCode.PROGRAM_FAILED, program, String.valueOf(failed.getMessage()));
        return fault.causedBy(failed);
    }
}

package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.installation.SystemMonotonicSource;
import br.com.dmbackup.core.policy.MonotonicSource;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything that a command takes from the process it runs in, so that the demo and the tests can give it their own.
 *
 * @param screen where it talks to a person
 * @param environment the environment variables
 * @param workingFolder what relative paths on the command line are relative to
 * @param clock the wall clock
 * @param monotonic a clock that nobody can set
 * @param checkpoint told of each step of the work
 */
public record Surroundings(Screen screen, Map<String, String> environment, Path workingFolder, Clock clock,
        MonotonicSource monotonic, Checkpoint checkpoint) {

    /**
     * @param in what the person types
     * @param out results, and what a person follows; UTF-8
     * @param err failures; UTF-8
     * @param live whether {@code out} is a terminal on which a line can be painted again
     * @param columns its width
     */
    public record Screen(InputStream in, PrintStream out, PrintStream err, boolean live, int columns) {}

    /** Those of this process. */
    @SuppressWarnings("SystemConsoleNull") // without a terminal some builds of the JDK still give none
    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        Console console = System.console();
        boolean live = console != null && console.isTerminal();
        return new Surroundings(
                new Screen(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), live, columns(environment)),
                environment, Path.of("").toAbsolutePath(), Clock.systemUTC(), new SystemMonotonicSource(),
                Checkpoint.NONE);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int columns(Map<String, String> environment) {
        try {
            return Math.max(40, Integer.parseInt(environment.getOrDefault("COLUMNS", "80")));
        } catch (NumberFormatException e) {
            return 80;
        }
    }
}

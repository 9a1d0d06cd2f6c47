package br.com.dmbackup.journeys.terminal;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import java.util.Arrays;
import java.util.List;

/**
 * The program as people have it, which dies as by {@code kill -9} when it comes to a step of the server's work or of the
 * terminal's vault. Arguments: the step, or {@value #LIVES}; then what is typed.
 */
final class DyingProgram {
    static final String LIVES = "-";
    static final int KILLED = 137;

    private DyingProgram() {}

    public static void main(String[] arguments) {
        String fatal = arguments[0];
        Surroundings here = Surroundings.ofProcess();
        Surroundings dying = new Surroundings(here.screen(), here.environment(), here.workingFolder(), here.clock(),
                here.monotonic(), step -> dieAt(fatal, step));
        System.exit(Dmbackup.run(Arrays.asList(arguments).subList(1, arguments.length), dying,
                List.of(new QuickTerminal(step -> dieAt(fatal, step)))));
    }

    private static void dieAt(String fatal, Enum<?> step) {
        if (step.name().equals(fatal)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}

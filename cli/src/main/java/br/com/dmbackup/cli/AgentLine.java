package br.com.dmbackup.cli;

import br.com.dmbackup.cli.agent.AgentCommand;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The agent's command line as its launcher writes it. It is read without the library for command lines, whose classes
 * would fill 4 MB of a process that only waits. Whatever else is written is left to the library, help and mistakes too.
 *
 * @param leashed whether whoever started it holds its input
 */
record AgentLine(Path home, boolean leashed) {
    private static final String LEASHED = "--leashed";

    static Optional<AgentLine> of(List<String> arguments) {
        boolean leashed = arguments.size() == 4 && arguments.getLast().equals(LEASHED);
        boolean known = (leashed || arguments.size() == 3) && arguments.getFirst().equals("agent")
                && arguments.get(1).equals("--home");
        try {
            return known ? Optional.of(new AgentLine(Path.of(arguments.get(2)), leashed)) : Optional.empty();
        } catch (InvalidPathException told) {
            return Optional.empty();
        }
    }

    AgentCommand command() {
        return new AgentCommand(Duration.ofMinutes(1), leashed);
    }
}

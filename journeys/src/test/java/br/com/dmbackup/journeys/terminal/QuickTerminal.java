package br.com.dmbackup.journeys.terminal;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.cli.terminal.TerminalRunCommand;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.terminal.vault.VaultStep;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code terminal run} as it is, but for the length of its minute and whoever is told of its steps. */
@Command(name = QuickTerminal.NAME)
final class QuickTerminal implements Verb {
    static final String NAME = "quick-terminal";
    static final Duration MINUTE = Duration.ofMillis(20);

    private final Consumer<VaultStep> checkpoint;

    QuickTerminal(Consumer<VaultStep> checkpoint) {
        this.checkpoint = checkpoint;
    }

    @Override
    public ExitCode run(Session session) {
        return new TerminalRunCommand(MINUTE, checkpoint).run(session);
    }
}

package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Leash;
import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.terminal.life.Desk;
import br.com.dmbackup.terminal.life.TerminalLife;
import br.com.dmbackup.terminal.receiver.Receiver;
import br.com.dmbackup.terminal.vault.VaultStep;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code terminal run}: takes backups until it is told to end. It is what the service runs. */
@Command(name = "run")
public final class TerminalRunCommand implements Verb {
    @Option(names = "--leashed", hidden = true)
    boolean leashed;

    private final Duration minute;
    private final Consumer<VaultStep> checkpoint;

    public TerminalRunCommand() {
        this(Duration.ofMinutes(1), step -> {});
    }

    /**
     * @param minute how long a minute is; a minute, but for demonstrations
     * @param checkpoint told of each step of the vault; in the product nobody listens
     */
    public TerminalRunCommand(Duration minute, Consumer<VaultStep> checkpoint) {
        this.minute = minute;
        this.checkpoint = checkpoint;
    }

    @Override
    public ExitCode run(Session session) {
        TerminalSetup setup = TerminalSetup.of(session);
        TerminalLife.Machine machine = new TerminalLife.Machine(session.surroundings().clock(),
                session.surroundings().monotonic(), minute, Receiver.Bounds.USUAL, ProgramVersion.text(),
                checkpoint);
        try (ChannelAlarms alarms = new ChannelAlarms(setup, session.surroundings().clock());
                TerminalLife life = TerminalLife.open(setup.home(), setup.settings(), setup.hours(), alarms,
                        machine)) {
            if (leashed) {
                Leash.hold(session.surroundings().screen(), held(life));
            } else {
                greet(session, setup, life);
            }
            life.awaitEnd();
            return ExitCode.OK;
        } catch (InterruptedException asked) {
            return ExitCode.OK;
        }
    }

    private static void greet(Session session, TerminalSetup setup, TerminalLife life) {
        session.output().line(session.texts().text("terminal.running", setup.settings().name(),
                setup.settings().folder(), life.port()));
        if (life.lonely()) {
            Desk.Invited invited = life.desk().invite(false);
            session.output().line(session.texts().text("terminal.code", invited.code(),
                    invited.valid().plusSeconds(30).toMinutes()));
        }
    }

    private static Leash.Held held(TerminalLife life) {
        return new Leash.Held() {
            @Override
            public Duration sinceLastBeat() {
                return life.sinceLastBeat();
            }

            @Override
            public boolean endsWithin(Duration time) throws InterruptedException {
                return life.endsWithin(time);
            }

            @Override
            public void stop() {
                life.stop();
            }
        };
    }
}

package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.life.Agent;
import br.com.dmbackup.agent.life.Machine;
import br.com.dmbackup.agent.life.MemoryGivenBack;
import br.com.dmbackup.agent.loop.MinuteRest;
import br.com.dmbackup.cli.Leash;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code agent}: the service itself, in the foreground, until it is told to end. */
@Command(name = "agent", subcommands = {PasswordCommand.class, GoodbyeCommand.class})
public final class AgentCommand implements Verb {
    @Option(names = "--leashed", hidden = true)
    boolean leashed;

    private final Duration minute;

    public AgentCommand() {
        this(Duration.ofMinutes(1), false);
    }

    /**
     * @param minute how long a minute is; a minute, but for demonstrations
     * @param leashed whether it ends when its input does
     */
    public AgentCommand(Duration minute, boolean leashed) {
        this.minute = minute;
        this.leashed = leashed;
    }

    private static Leash.Held held(Agent agent) {
        return new Leash.Held() {
            @Override
            public Duration sinceLastBeat() {
                return agent.sinceLastBeat();
            }

            @Override
            public boolean endsWithin(Duration time) throws InterruptedException {
                return agent.endsWithin(time);
            }

            @Override
            public void stop() {
                agent.stop();
            }
        };
    }

    @Override
    public ExitCode run(Session session) {
        SessionDoor door = new SessionDoor(session);
        Home home = door.home();
        if (!Files.isDirectory(home.root())) {
            throw BackupFault.of(FaultCode.FOLDER_MISSING, home.root());
        }
        Machine machine = new Machine(session.surroundings().monotonic(), new MinuteRest(minute), new ProcessorLoad(),
                () -> Runtime.getRuntime().halt(ExitCode.INTERNAL.number()));
        OpenApi api = new OpenApi(door, machine.monotonic());
        try (Agent agent = new Agent(door, machine, List.of(new HomeLook(home, door.clock()), api),
                List.of(new MemoryGivenBack(), api)); api) {
            api.open(agent.desk());
            agent.start();
            if (leashed) {
                Leash.hold(session.surroundings().screen(), held(agent));
            } else {
                session.output().line(session.texts().text("agent.running", home.root()));
            }
            agent.awaitEnd();
            return ExitCode.OK;
        } catch (InterruptedException asked) {
            return ExitCode.OK;
        }
    }
}

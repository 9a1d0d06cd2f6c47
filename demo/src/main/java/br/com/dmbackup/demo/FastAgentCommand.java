package br.com.dmbackup.demo;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.cli.agent.AgentCommand;
import br.com.dmbackup.protocol.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code dmbackup demo-agent}: the product's own agent, held by the demo, on a clock that runs faster. Nothing else about
 * it is other than in a store.
 */
@Command(name = FastAgentCommand.NAME, hidden = true)
public final class FastAgentCommand implements Verb {
    static final String NAME = "demo-agent";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Option(names = "--shown", required = true)
    @Nullable
    String shown;

    @Option(names = "--at", required = true)
    @Nullable
    String at;

    @Option(names = "--speed", required = true)
    int speed;

    /** The words that start it, after the program's. */
    static List<String> words(String home, FastClock.Start start) {
        return List.of(NAME, "--home", home, "--shown", start.shown().toString(), "--at", start.at().toString(),
                "--speed", Integer.toString(start.speed()));
    }

    @Override
    public ExitCode run(Session session) {
        Surroundings real = session.surroundings();
        FastClock clock = new FastClock(real.clock(),
                new FastClock.Start(Instant.parse(shown), Instant.parse(at), speed), DemoCommand.ZONE);
        Surroundings fast = new Surroundings(real.screen(), real.environment(), real.workingFolder(), clock,
                clock.monotonic(), real.checkpoint());
        return new AgentCommand(MINUTE.dividedBy(speed), true)
                .run(new Session(fast, session.home(), session.output(), session.words(), session.texts()));
    }
}

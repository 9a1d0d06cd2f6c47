package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.life.Agent;
import br.com.dmbackup.cli.Surroundings.Screen;
import java.io.IOException;
import java.time.Duration;

/**
 * How the launcher holds its agent: when the agent's input ends, the agent is to end, too; and as long as its heart
 * beats it says so on its output.
 */
final class Leash {
    /** What is said; a line of its own. */
    static final String PULSE = "pulse";
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration STUCK = Duration.ofMinutes(5);

    private Leash() {}

    static void hold(Screen screen, Agent agent) {
        Thread.ofPlatform().daemon().name("leash").start(() -> follow(screen, agent));
        Thread.ofPlatform().daemon().name("pulse").start(() -> beat(screen, agent));
    }

    private static void beat(Screen screen, Agent agent) {
        try {
            do {
                if (agent.sinceLastBeat().compareTo(STUCK) < 0) {
                    screen.out().println(PULSE);
                    screen.out().flush();
                }
            } while (!agent.endsWithin(BETWEEN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void follow(Screen screen, Agent agent) {
        try {
            int read = screen.in().read();
            while (read >= 0) {
                read = screen.in().read();
            }
        } catch (IOException broken) {
            // As good as its end.
        }
        agent.stop();
    }
}

package br.com.dmbackup.cli;

import br.com.dmbackup.cli.Surroundings.Screen;
import java.io.IOException;
import java.time.Duration;

/**
 * How the launcher holds its agent, or its terminal: when that one's input ends, it is to end, too; and as long as its heart
 * beats it says so on its output.
 */
public final class Leash {
    /** What is said; a line of its own. */
    static final String PULSE = "pulse";
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration STUCK = Duration.ofMinutes(5);

    /** What is held. */
    public interface Held {
        Duration sinceLastBeat();

        /** Waits for its end, no longer than that. */
        boolean endsWithin(Duration time) throws InterruptedException;

        void stop();
    }

    private Leash() {}

    public static void hold(Screen screen, Held held) {
        Thread.ofPlatform().daemon().name("leash").start(() -> follow(screen, held));
        Thread.ofPlatform().daemon().name("pulse").start(() -> beat(screen, held));
    }

    private static void beat(Screen screen, Held held) {
        try {
            do {
                if (held.sinceLastBeat().compareTo(STUCK) < 0) {
                    screen.out().println(PULSE);
                    screen.out().flush();
                }
            } while (!held.endsWithin(BETWEEN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void follow(Screen screen, Held held) {
        try {
            int read = screen.in().read();
            while (read >= 0) {
                read = screen.in().read();
            }
        } catch (IOException broken) {
            // As good as its end.
        }
        held.stop();
    }
}

package br.com.dmbackup.agent.loop;

import java.util.function.DoubleSupplier;

/**
 * Whether the machine has been quiet for some minutes: nobody waits at the till for what we do now. One thread's alone.
 */
public final class Quiet {
    private static final int MINUTES = 3;
    private static final double MOST = 0.35;

    private final DoubleSupplier load;
    private int minutes;

    /** @param load how busy all processors were since it was last asked, 0 to 1; negative where nobody can tell */
    public Quiet(DoubleSupplier load) {
        this.load = load;
    }

    /** Asked once a minute. */
    boolean now() {
        minutes = load.getAsDouble() <= MOST ? minutes + 1 : 0;
        return minutes >= MINUTES;
    }
}

package br.com.dmbackup.agent.loop;

import br.com.dmbackup.core.policy.MonotonicSource;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Minute after minute until its rest has ended. A defect in one minute is told and costs that minute alone; only a
 * broken Java VM ends the loop.
 */
public final class MinuteLoop implements Runnable {
    private final Minute minute;
    private final Rest rest;
    private final Consumer<RuntimeException> defects;
    private final MonotonicSource monotonic;
    private final Runnable broken;
    private volatile long lastBeat;

    /**
     * @param defects told of what a minute threw
     * @param broken told when the program itself is: nothing beats any more
     */
    public MinuteLoop(Minute minute, Rest rest, Consumer<RuntimeException> defects, MonotonicSource monotonic,
            Runnable broken) {
        this.broken = broken;
        this.minute = minute;
        this.rest = rest;
        this.defects = defects;
        this.monotonic = monotonic;
        this.lastBeat = monotonic.now().nanos();
    }

    @Override
    public void run() {
        try {
            do {
                lastBeat = monotonic.now().nanos();
                try {
                    minute.pass();
                } catch (RuntimeException defect) {
                    defects.accept(defect);
                }
                lastBeat = monotonic.now().nanos();
            } while (rest.untilNext());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LinkageError | AssertionError | VirtualMachineError error) {
            broken.run();
            throw error;
        }
    }

    /** How long ago a minute last began or ended: much more than a minute means that the loop is stuck. */
    public Duration sinceLastBeat() {
        return Duration.ofNanos(monotonic.now().nanos() - lastBeat);
    }
}

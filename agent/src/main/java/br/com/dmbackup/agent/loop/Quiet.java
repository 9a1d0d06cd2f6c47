package br.com.dmbackup.agent.loop;

import br.com.dmbackup.core.policy.MonotonicSource;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/**
 * Whether the machine has been quiet for some minutes: nobody waits at the till for what we do now. One thread's alone.
 */
public final class Quiet {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    /** A load over less than this says nothing; who asks again so soon has the same answer. */
    private static final Duration SHORTEST = Duration.ofSeconds(20);
    private static final double MOST = 0.35;

    private final DoubleSupplier load;
    private final MonotonicSource monotonic;
    private OptionalLong since = OptionalLong.empty();
    private OptionalLong asked = OptionalLong.empty();
    private boolean answer;

    /** @param load how busy all processors were since it was last asked, 0 to 1; negative where nobody can tell */
    public Quiet(DoubleSupplier load, MonotonicSource monotonic) {
        this.load = load;
        this.monotonic = monotonic;
    }

    /** Asked about once a minute; a load that nobody can tell is no quiet one. */
    boolean now() {
        long now = monotonic.now().nanos();
        if (asked.isEmpty() || now - asked.getAsLong() >= SHORTEST.toNanos()) {
            answer = ask(now);
            asked = OptionalLong.of(now);
        }
        return answer;
    }

    private boolean ask(long now) {
        double busy = load.getAsDouble();
        if (busy < 0 || busy > MOST) {
            since = OptionalLong.empty();
            return false;
        }
        long from = since.orElse(now);
        since = OptionalLong.of(from);
        return now - from >= LONG_ENOUGH.toNanos();
    }
}

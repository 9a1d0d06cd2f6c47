package br.com.dmbackup.agent.life;

import br.com.dmbackup.agent.loop.Rest;
import br.com.dmbackup.core.policy.MonotonicSource;
import java.util.function.DoubleSupplier;

/**
 * What the agent takes from the machine that it runs on.
 *
 * @param monotonic a clock that nobody can set
 * @param rest where the loop rests between two minutes
 * @param load how busy all processors were since it was last asked, 0 to 1; negative where nobody can tell
 * @param lost ends the process at once, for its supervisor to start it again
 */
public record Machine(MonotonicSource monotonic, Rest rest, DoubleSupplier load, Runnable lost) {}

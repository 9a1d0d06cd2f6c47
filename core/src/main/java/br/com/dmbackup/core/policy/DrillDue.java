package br.com.dmbackup.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the daily restore drill is due: about once a day, when the machine is quiet; where it never is, two days after
 * the last one whatever goes on. After one that did not pass it is tried again sooner, for the cause may be gone.
 */
public final class DrillDue {
    /** A little less than a day, so that the hour in which it happens does not wander. */
    public static final Duration EVERY = Duration.ofMinutes(23 * 60 + 30);
    /** After one that did not pass. */
    public static final Duration AFTER_FAILURE = Duration.ofHours(4);
    /** No quiet moment is waited for longer than this. */
    public static final Duration LATEST = Duration.ofHours(47);

    private DrillDue() {}

    /**
     * @param last the last drill and whether it passed; one in the future says that the clock was wrong
     * @param quiet whether the machine is
     */
    public static boolean at(Instant now, Optional<Last> last, boolean quiet) {
        if (last.isEmpty()) {
            return quiet;
        }
        Duration age = Duration.between(last.get().at(), now);
        Duration needed = last.get().passed() ? EVERY : AFTER_FAILURE;
        return age.isNegative() || age.compareTo(LATEST) >= 0 || (quiet && age.compareTo(needed) >= 0);
    }

    /** The last drill. */
    public record Last(Instant at, boolean passed) {}
}

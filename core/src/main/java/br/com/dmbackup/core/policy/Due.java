package br.com.dmbackup.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Whether an automatic backup is due. Once per clock hour, the hour being that in which the last good run <em>started</em>,
 * on the store's clock, with three guards against clocks that lie:
 * <ul>
 * <li>An hour that is merely <em>another</em> one counts, later or earlier: a clock set back does not make the program
 * wait until it has caught up.
 * <li>Two runs start at least {@link #APART} apart on the monotonic clock: a racing clock cannot burn 24 slots.
 * <li>After {@link #LONGEST} on the monotonic clock a backup is due whatever the wall clock says: one that stands still
 * cannot stop the backups.
 * </ul>
 *
 * <p>The hour that the clock goes through twice in autumn is two hours here, each with its backup in the same slot; the
 * one that it jumps over in spring has none. Across a start of the machine the wall clock has to do; where it then shows
 * less than at the last run, that time counts as long enough. While a machine sleeps its monotonic clock may stand still,
 * which delays the first backup after waking by {@link #APART} at most.
 */
public final class Due {
    /** The least time between the starts of two automatic runs. */
    public static final Duration APART = Duration.ofMinutes(30);
    /** With a truthful clock it is another hour long before this. */
    public static final Duration LONGEST = Duration.ofMinutes(65);
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2),
            Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15));

    private Due() {}

    /** What was decided. */
    public sealed interface Verdict permits Now, NotYet {}

    /** Back up now. */
    public record Now() implements Verdict {}

    /**
     * @param pause ask again after this time; it is a guess where clocks are being set
     */
    public record NotYet(Reason reason, Duration pause) implements Verdict {}

    /** Why not yet. */
    public enum Reason {
        /** This hour has its backup. */
        HOUR_DONE,
        /** It is another hour, but the last run started less than {@link #APART} ago. */
        TOO_SOON,
        /** The last attempt failed, and its pause is not over. */
        PAUSE_AFTER_FAILURE
    }

    /**
     * The attempts that failed since the last good run.
     *
     * @param count at least 1
     * @param last when the last of them ended
     */
    public record Failures(int count, Moment last) {}

    /**
     * @param zone the store's time zone
     * @param lastGood start of the last good run, where there was one
     * @param failures the failures since then, where there were any
     */
    public static Verdict decide(Moment now, ZoneId zone, Optional<Moment> lastGood, Optional<Failures> failures) {
        return failures.flatMap(failed -> left(now, failed.last(), pauseAfter(failed.count()))
                .map(left -> notYet(Reason.PAUSE_AFTER_FAILURE, left)))
                .orElseGet(() -> lastGood.map(last -> decide(now, zone, last)).orElseGet(Now::new));
    }

    /** How long to wait after so many failures in a row. */
    public static Duration pauseAfter(int failures) {
        return PAUSES.get(Math.clamp(failures - 1L, 0, PAUSES.size() - 1));
    }

    private static Verdict decide(Moment now, ZoneId zone, Moment last) {
        boolean sameHour = hour(now.wall(), zone).equals(hour(last.wall(), zone));
        boolean longAgo = now.monotonic().since(last.monotonic()).filter(age -> age.compareTo(LONGEST) >= 0)
                .isPresent();
        if (sameHour && !longAgo) {
            Instant next = hour(now.wall(), zone).plus(1, ChronoUnit.HOURS);
            return notYet(Reason.HOUR_DONE, Duration.between(now.wall(), next));
        }
        return left(now, last, APART).map(left -> notYet(Reason.TOO_SOON, left)).orElseGet(Now::new);
    }

    private static Verdict notYet(Reason reason, Duration pause) {
        return new NotYet(reason, pause);
    }

    /** What is left of the time that must pass after a moment; none when it has passed, or nobody can tell. */
    private static Optional<Duration> left(Moment now, Moment after, Duration needed) {
        Duration passed = now.since(after);
        return passed.isNegative() || passed.compareTo(needed) >= 0
                ? Optional.empty()
                : Optional.of(needed.minus(passed));
    }

    private static Instant hour(Instant moment, ZoneId zone) {
        return ZonedDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }
}

package br.com.dmbackup.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Watches one store. It is silent when {@link #PATIENCE} of its opening time has gone by since its last sign, and it had
 * not said goodbye. It is told once when it falls silent and once when it speaks again.
 *
 * <p>Not thread-safe.
 */
public final class SilenceWatch {
    /** An hourly sign may be late by a quarter of an hour. */
    public static final Duration PATIENCE = Duration.ofMinutes(75);

    private final ZoneId zone;
    private final OpeningClock opening;
    private final Habit habit;
    private State state;

    /**
     * What must be kept of a store between two programs.
     *
     * @param lastSign none before the first
     * @param gone whether the last sign was a goodbye
     * @param silent whether silence was told and no sign has come since
     */
    public record State(Optional<Instant> lastSign, boolean gone, boolean silent) {
        /** Of a store that was never heard of. */
        public static final State UNKNOWN = new State(Optional.empty(), false, false);
    }

    /** What has changed, to be told once. */
    public enum Change {
        FELL_SILENT, SPOKE_AGAIN
    }

    private SilenceWatch(ZoneId zone, ClosedDays closed, OpeningTime expected, Habit habit, State state) {
        this.zone = zone;
        this.opening = new OpeningClock(expected, closed, zone);
        this.habit = habit;
        this.state = state;
    }

    /** Of a store whose hours are written down. */
    public static SilenceWatch byHours(WeeklyHours hours, ZoneId zone, ClosedDays closed, State state) {
        return new SilenceWatch(zone, closed, hours, new Habit(zone, closed), state);
    }

    /** Of a store whose hours are learned. */
    public static SilenceWatch byHabit(Habit habit, ZoneId zone, ClosedDays closed, State state) {
        return new SilenceWatch(zone, closed, habit, habit, state);
    }

    public State state() {
        return state;
    }

    /** The store is there. Signs that come late, out of their order, teach its habit and change nothing else. */
    public Optional<Change> sign(Instant at) {
        habit.sign(at.atZone(zone));
        return heard(at, false);
    }

    /** The store is being switched off, or goes to sleep, in good order. */
    public Optional<Change> goodbye(Instant at) {
        return heard(at, true);
    }

    private Optional<Change> heard(Instant at, boolean gone) {
        if (state.lastSign().filter(last -> last.isAfter(at)).isPresent()) {
            return Optional.empty();
        }
        boolean wasSilent = state.silent();
        state = new State(Optional.of(at), gone, false);
        return wasSilent ? Optional.of(Change.SPOKE_AGAIN) : Optional.empty();
    }

    /** Asked now and then, each minute at best. */
    public Optional<Change> look(Instant now) {
        boolean longAgo = state.lastSign().filter(last -> Duration.between(last, now).compareTo(PATIENCE) >= 0)
                .isPresent();
        if (state.silent() || state.gone() || !longAgo || missedUntil(now).compareTo(PATIENCE) < 0) {
            return Optional.empty();
        }
        state = new State(state.lastSign(), false, true);
        return Optional.of(Change.FELL_SILENT);
    }

    /**
     * How much opening time has gone by since the last sign, a goodbye or not: of a store that said goodbye it says for
     * how long it was expected and did not come.
     */
    public Duration missedUntil(Instant now) {
        return state.lastSign().map(last -> opening.open(last, now)).orElse(Duration.ZERO);
    }
}

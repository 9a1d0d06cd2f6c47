package br.com.dmbackup.terminal.life;

import br.com.dmbackup.silence.Habit;
import br.com.dmbackup.silence.OpeningClock;
import br.com.dmbackup.silence.OpeningTime;
import br.com.dmbackup.silence.SilenceWatch;
import br.com.dmbackup.silence.SilenceWatch.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * For how much opening time one server has sent nothing. Only time in which this terminal ran is counted: one that was off
 * could not hear, and says nothing of the server. Whatever else happened to the server makes no difference. Not
 * thread-safe.
 */
final class ServerSilence {
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);
    private static final int FIRST_USUAL = 8 * 4;
    private static final int LAST_USUAL = 18 * 4;

    private final Habit habit;
    private final SilenceWatch teacher;
    private final OpeningClock opening;
    private Kept kept;
    private Optional<Instant> lastLook = Optional.empty();

    /**
     * What is kept between two lives of the terminal.
     *
     * @param lastSign when the server last sent what it owes; none before the first time
     * @param without opening time since then
     * @param told whether people know
     */
    record Kept(Optional<Instant> lastSign, Duration without, boolean told) {
        static final Kept NOTHING = new Kept(Optional.empty(), Duration.ZERO, false);
    }

    /** @param memory what was learned of its hours, see {@link #memory} */
    ServerSilence(Hours hours, ZoneId zone, Kept kept, List<String> memory) {
        this.habit = new Habit(zone, hours.closed());
        habit.remember(memory);
        this.teacher = SilenceWatch.byHabit(habit, zone, hours.closed(), State.UNKNOWN);
        OpeningTime expected = hours.written().<OpeningTime>map(written -> written)
                .orElse(day -> habit.knows(day) ? habit.on(day) : usual(day));
        this.opening = new OpeningClock(expected, hours.closed(), zone);
        this.kept = kept;
    }

    Kept kept() {
        return kept;
    }

    List<String> memory() {
        return habit.memory();
    }

    /** The server sent what it owes. */
    void sign(Instant at) {
        teacher.sign(at);
        kept = new Kept(Optional.of(at), Duration.ZERO, false);
    }

    /**
     * Asked each minute.
     *
     * @return whether it is silent now
     */
    boolean look(Instant now) {
        Duration step = lastLook.map(last -> Duration.between(last, now)).orElse(Duration.ZERO);
        if (!step.isNegative() && step.compareTo(LONGEST_STEP) <= 0) {
            Duration open = opening.open(now.minus(step), now);
            kept = new Kept(kept.lastSign(), kept.without().plus(open), kept.told());
        }
        lastLook = Optional.of(now);
        boolean silent = kept.without().compareTo(SilenceWatch.PATIENCE) >= 0;
        kept = new Kept(kept.lastSign(), kept.without(), silent);
        return silent;
    }

    /** Until a weekday is known a working day's hours are taken to be open. */
    private static BitSet usual(LocalDate day) {
        BitSet quarters = new BitSet(OpeningTime.QUARTERS);
        if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            quarters.set(FIRST_USUAL, LAST_USUAL);
        }
        return quarters;
    }
}

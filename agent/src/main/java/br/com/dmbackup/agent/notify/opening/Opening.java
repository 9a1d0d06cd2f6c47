package br.com.dmbackup.agent.notify.opening;

import br.com.dmbackup.silence.Habit;
import br.com.dmbackup.silence.OpeningClock;
import br.com.dmbackup.silence.OpeningTime;
import br.com.dmbackup.silence.SilenceWatch;
import br.com.dmbackup.silence.SilenceWatch.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;

/**
 * The opening hours of this store. Where nobody wrote them down they are learned from when this machine is on, and until
 * a weekday is known, a machine that is on between eight and six of a working day counts as a store that is open: of a
 * machine that is on backups may be expected.
 */
public final class Opening {
    private static final int FIRST_USUAL = 8 * 4;
    private static final int LAST_USUAL = 18 * 4;
    private static final long QUARTER_SECONDS = 15 * 60;

    private final ZoneId zone;
    private final Habit habit;
    private final boolean learned;
    private final SilenceWatch teacher;
    private final OpeningClock expected;
    private final OpeningClock likely;
    private long lastQuarter = Long.MIN_VALUE;

    /** @param memory what was learned, as {@link #memory} gave it */
    public Opening(OpeningSettings settings, ZoneId zone, List<String> memory) {
        this.zone = zone;
        this.habit = new Habit(zone, settings.closedDays());
        habit.remember(memory);
        this.learned = settings.hours().isEmpty();
        this.teacher = SilenceWatch.byHabit(habit, zone, settings.closedDays(), State.UNKNOWN);
        OpeningTime hours = settings.hours().<OpeningTime>map(written -> written).orElse(new OnceADay(habit));
        this.expected = new OpeningClock(hours, settings.closedDays(), zone);
        this.likely = learned
                ? new OpeningClock(new OnceADay(day -> habit.knows(day) ? habit.on(day) : usual(day)),
                        settings.closedDays(), zone)
                : expected;
    }

    /**
     * This machine is on.
     *
     * @return whether something was learned that is worth keeping
     */
    public boolean on(Instant now) {
        long quarter = Math.floorDiv(now.getEpochSecond(), QUARTER_SECONDS);
        if (quarter == lastQuarter) {
            return false;
        }
        lastQuarter = quarter;
        teacher.sign(now);
        return learned;
    }

    public List<String> memory() {
        return habit.memory();
    }

    public ZoneId zone() {
        return zone;
    }

    /** Opening time between two moments; what is not known is not expected. */
    public Duration expected(Instant from, Instant to) {
        return expected.open(from, to);
    }

    /** Opening time between two moments at which this machine is on, so that it may be guessed where it is not known. */
    public Duration likely(Instant from, Instant to) {
        return likely.open(from, to);
    }

    private static BitSet usual(LocalDate day) {
        BitSet quarters = new BitSet(OpeningTime.QUARTERS);
        if (day.getDayOfWeek() != java.time.DayOfWeek.SUNDAY) {
            quarters.set(FIRST_USUAL, LAST_USUAL);
        }
        return quarters;
    }

    /** What is expected of a day does not change during it, and is asked for each minute. */
    private static final class OnceADay implements OpeningTime {
        private final OpeningTime source;
        private LocalDate known = LocalDate.MIN;
        private BitSet quarters = new BitSet();

        OnceADay(OpeningTime source) {
            this.source = source;
        }

        @Override
        public BitSet on(LocalDate day) {
            if (!day.equals(known)) {
                known = day;
                quarters = source.on(day);
            }
            return quarters;
        }
    }
}

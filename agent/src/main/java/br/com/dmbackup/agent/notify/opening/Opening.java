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
    private static final int MOST_DAYS = 31;

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

    /**
     * For how long this machine was missed between its last sign and its next: the opening time of one day, as the
     * evening's last minutes and the morning's first ones are nobody's. Where the hours are learned it is the day on which
     * it died: that a machine was not switched on at all next day teaches that nobody opened.
     */
    public Duration missed(Instant from, Instant to) {
        LocalDate died = from.atZone(zone).toLocalDate();
        LocalDate back = to.atZone(zone).toLocalDate();
        LocalDate last = learned ? died : back;
        LocalDate first = died.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : died;
        return first.datesUntil(last.plusDays(1)).map(day -> openOn(day, from, to)).max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration openOn(LocalDate day, Instant from, Instant to) {
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return expected.open(begin.isBefore(from) ? from : begin, end.isAfter(to) ? to : end);
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

package br.com.dmbackup.silence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Hours learned from the signs of the last weeks: a quarter of an hour is expected where the store was there at the same
 * time on half of the last same weekdays, and twice at least. Days on which it never was there count, so that a Sunday is learned to be
 * closed; a day on which it is closed by the calendar does not, so that a holiday does not teach that Mondays are free.
 * Before a weekday was seen {@link #LEAST} times nothing is expected of it.
 *
 * <p>Not thread-safe. Its memory is {@link #REMEMBERED_DAYS} days long.
 */
public final class Habit implements OpeningTime {
    /** How many of the last same weekdays are looked at. */
    public static final int LOOKED_AT = 4;
    /** With fewer of them nothing is expected. */
    public static final int LEAST = 2;
    /** Enough for four same weekdays besides some holidays. */
    public static final int REMEMBERED_DAYS = 56;

    private final ZoneId zone;
    private final ClosedDays closed;
    private final NavigableMap<LocalDate, BitSet> seen = new TreeMap<>();

    public Habit(ZoneId zone, ClosedDays closed) {
        this.zone = zone;
        this.closed = closed;
    }

    /** It was there at this moment. */
    void sign(ZonedDateTime sign) {
        ZonedDateTime local = sign.withZoneSameInstant(zone);
        LocalDate day = local.toLocalDate();
        seen.computeIfAbsent(day, fresh -> new BitSet(QUARTERS)).set(quarter(local));
        // By their number, as one day under a clock that is years ahead must not forget all others.
        while (seen.size() > REMEMBERED_DAYS) {
            seen.pollFirstEntry();
        }
    }

    private static int quarter(ZonedDateTime local) {
        return local.getHour() * 4 + local.getMinute() / 15;
    }

    /** Whether that weekday was seen often enough to expect anything of it, or nothing. */
    public boolean knows(LocalDate day) {
        return sameWeekdaysBefore(day).size() >= LEAST;
    }

    @Override
    public BitSet on(LocalDate day) {
        List<BitSet> before = sameWeekdaysBefore(day);
        BitSet expected = new BitSet(QUARTERS);
        if (before.size() < LEAST) {
            return expected;
        }
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int index = quarter;
            long there = before.stream().filter(other -> other.get(index)).count();
            if (there >= LEAST && there * 2 >= before.size()) {
                expected.set(quarter);
            }
        }
        return expected;
    }

    /** Newest first; those that nothing is known of, as they are before the first sign, left out. */
    private List<BitSet> sameWeekdaysBefore(LocalDate day) {
        List<BitSet> days = new ArrayList<>();
        for (LocalDate other = day.minusWeeks(1); !seen.isEmpty() && !other.isBefore(seen.firstKey())
                && days.size() < LOOKED_AT; other = other.minusWeeks(1)) {
            if (!closed.contains(other)) {
                days.add(seen.getOrDefault(other, new BitSet()));
            }
        }
        return days;
    }

    /** Its memory, for keeping: one line a day, such as {@code 2026-11-23 0000…}; see {@link #remember}. */
    public List<String> memory() {
        List<String> lines = new ArrayList<>();
        seen.forEach((day, quarters) -> lines.add(day + " " + HabitLine.written(quarters)));
        return lines;
    }

    /**
     * Takes back what was kept.
     *
     * @throws IllegalArgumentException for a line that is none of {@link #memory}
     */
    public void remember(List<String> lines) {
        for (String line : lines) {
            HabitLine read = HabitLine.read(line);
            seen.put(read.day(), read.quarters());
        }
    }
}

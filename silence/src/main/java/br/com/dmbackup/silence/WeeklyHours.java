package br.com.dmbackup.silence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hours that somebody wrote down, the same each week. Immutable. */
public final class WeeklyHours implements OpeningTime {
    private static final int MINUTES = 15;

    private final Map<DayOfWeek, BitSet> week = new EnumMap<>(DayOfWeek.class);

    /**
     * From an opening to a closing behind it, such as 08:00 to 12:00.
     *
     * @param to midnight means the end of the day
     */
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }

        /** Quarters that are open from their first minute to their last. */
        private void markIn(BitSet day) {
            int first = (minutes(from) + MINUTES - 1) / MINUTES;
            int end = to.equals(LocalTime.MIDNIGHT) ? QUARTERS : minutes(to) / MINUTES;
            day.set(first, Math.max(first, end));
        }

        private static int minutes(LocalTime time) {
            return time.getHour() * 60 + time.getMinute();
        }
    }

    /** @param spans of each day; a day that is not there is closed */
    public WeeklyHours(Map<DayOfWeek, List<Span>> spans) {
        for (DayOfWeek day : DayOfWeek.values()) {
            BitSet open = new BitSet(QUARTERS);
            spans.getOrDefault(day, List.of()).forEach(span -> span.markIn(open));
            week.put(day, open);
        }
    }

    @Override
    public BitSet on(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), new BitSet());
    }
}

package br.com.dmbackup.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;

/**
 * Adds up opening time.
 *
 * @param expected when the store is open
 * @param closed days on which it is not, whatever is expected of them
 * @param zone the store's time zone
 */
public record OpeningClock(OpeningTime expected, ClosedDays closed, ZoneId zone) {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** Two hours around what is asked for, as clocks on the wall are set forward and back by one. */
    private static final int MARGIN = 8;
    /** What is longer ago than this is long enough, and need not be added up. */
    private static final int MOST_DAYS = 31;

    /** How much opening time lies between two moments; none where the second is not behind the first. */
    public Duration open(Instant from, Instant to) {
        LocalDate last = to.atZone(zone).toLocalDate();
        LocalDate first = from.atZone(zone).toLocalDate();
        if (first.isBefore(last.minusDays(MOST_DAYS))) {
            first = last.minusDays(MOST_DAYS);
        }
        Duration open = Duration.ZERO;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            open = open.plus(openOn(day, from, to));
        }
        return open;
    }

    private Duration openOn(LocalDate day, Instant from, Instant to) {
        Duration open = Duration.ZERO;
        if (closed.contains(day)) {
            return open;
        }
        BitSet quarters = expected.on(day);
        int last = to.atZone(zone).toLocalDate().equals(day) ? quarterOf(to) + MARGIN : OpeningTime.QUARTERS;
        int first = from.atZone(zone).toLocalDate().equals(day) ? Math.max(0, quarterOf(from) - MARGIN) : 0;
        for (int quarter = quarters.nextSetBit(first); quarter >= 0
                && quarter <= last; quarter = quarters.nextSetBit(quarter + 1)) {
            // By the clock on the wall: where it is set forward in spring the quarters that do not exist fall together.
            Instant start = day.atStartOfDay().plusMinutes(quarter * QUARTER.toMinutes()).atZone(zone).toInstant();
            open = open.plus(overlap(start, start.plus(QUARTER), from, to));
        }
        return open;
    }

    private int quarterOf(Instant at) {
        return at.atZone(zone).toLocalTime().toSecondOfDay() / (int) QUARTER.toSeconds();
    }

    private static Duration overlap(Instant start, Instant end, Instant from, Instant to) {
        Instant begin = start.isBefore(from) ? from : start;
        Instant stop = end.isAfter(to) ? to : end;
        return begin.isBefore(stop) ? Duration.between(begin, stop) : Duration.ZERO;
    }
}

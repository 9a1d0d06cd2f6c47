package br.com.dmbackup.silence;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * The national holidays (Lei 662/1949 as changed by Lei 10.607/2002, Lei 6.802/1980 and Lei 14.759/2023), and the days on
 * which most shops close besides: Carnival, Good Friday, Corpus Christi. Those of states and towns are not known.
 */
public final class BrazilianHolidays implements ClosedDays {
    private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(4, 21), MonthDay.of(5, 1),
            MonthDay.of(9, 7), MonthDay.of(10, 12), MonthDay.of(11, 2), MonthDay.of(11, 15), MonthDay.of(11, 20),
            MonthDay.of(12, 25));
    /** Days from Easter Sunday: Carnival's Monday and Tuesday, Good Friday, Corpus Christi. */
    private static final List<Integer> AROUND_EASTER = List.of(-48, -47, -2, 60);

    @Override
    public boolean contains(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return FIXED.contains(MonthDay.from(day))
                || AROUND_EASTER.stream().anyMatch(days -> easter.plusDays(days).equals(day));
    }

    /** Easter Sunday of the Gregorian calendar, after the anonymous algorithm of Nature, 20 April 1876. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int days = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}

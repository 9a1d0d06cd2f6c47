package br.com.dmbackup.silence;

import java.time.LocalDate;
import java.util.Set;

/** Days on which nobody is expected. */
@FunctionalInterface
public interface ClosedDays {
    /** None. */
    ClosedDays NONE = day -> false;

    boolean contains(LocalDate day);

    /** Those days too. */
    default ClosedDays and(Set<LocalDate> others) {
        Set<LocalDate> days = Set.copyOf(others);
        return day -> contains(day) || days.contains(day);
    }
}

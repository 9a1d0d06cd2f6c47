package br.com.dmbackup.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrazilianHolidaysTest {
    private final ClosedDays days = new BrazilianHolidays();

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2100-03-28"})
    void knowsEaster(String day) {
        LocalDate easter = LocalDate.parse(day);
        assertThat(BrazilianHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-02-16", "2026-02-17", "2026-04-03", "2026-04-21", "2026-05-01",
            "2026-06-04", "2026-09-07", "2026-10-12", "2026-11-02", "2026-11-15", "2026-11-20", "2026-12-25"})
    void closesOn(String day) {
        assertThat(days.contains(LocalDate.parse(day))).isTrue();
    }

    @Test
    void closesOnThirteenDaysOfAYearAndOnThoseThatAStoreAdds() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(days::contains)).hasSize(13);
        LocalDate townsDay = LocalDate.of(2026, 1, 25);
        assertThat(days.contains(townsDay)).isFalse();
        assertThat(days.and(Set.of(townsDay)).contains(townsDay)).isTrue();
    }
}

package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.DrillDue.Last;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillDueTest {
    private static final Instant LAST = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest(name = "{2} after {0} min, passed {1}: {3}")
    @CsvSource({"1409, true, true, false", "1410, true, true, true", "1410, true, false, false",
            "2819, true, false, false", "2820, true, false, true", "239, false, true, false",
            "240, false, true, true", "240, false, false, false", "-1, true, false, true"})
    void comesOnceADayAtAQuietMoment(int minutes, boolean passed, boolean quiet, boolean due) {
        assertThat(DrillDue.at(LAST.plusSeconds(minutes * 60L), Optional.of(new Last(LAST, passed)), quiet))
                .isEqualTo(due);
    }

    @Test
    void theFirstWaitsForAQuietMoment() {
        assertThat(DrillDue.at(LAST, Optional.empty(), false)).isFalse();
        assertThat(DrillDue.at(LAST, Optional.empty(), true)).isTrue();
    }
}

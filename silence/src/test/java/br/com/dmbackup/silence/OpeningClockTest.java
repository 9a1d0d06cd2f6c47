package br.com.dmbackup.silence;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.silence.WeeklyHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningClockTest {
    /** Brazil set its clocks forward at midnight until 2018, so that such a day began at one. */
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private static OpeningClock clock(ZoneId zone, String from, String to) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(LocalTime.parse(from), LocalTime.parse(to))));
        }
        return new OpeningClock(new WeeklyHours(week), ClosedDays.NONE, zone);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @Test
    void addsUpWhatLiesBetween() {
        OpeningClock clock = clock(SAO_PAULO, "08:00", "18:00");
        assertThat(clock.open(at("2026-11-23T09:10", SAO_PAULO), at("2026-11-23T09:50", SAO_PAULO)))
                .isEqualTo(Duration.ofMinutes(40));
        assertThat(clock.open(at("2026-11-23T17:50", SAO_PAULO), at("2026-11-25T08:05", SAO_PAULO)))
                .isEqualTo(Duration.ofHours(10).plusMinutes(15));
        assertThat(clock.open(at("2026-11-23T09:50", SAO_PAULO), at("2026-11-23T09:10", SAO_PAULO))).isZero();
        assertThat(clock.open(at("2026-01-01T00:00", SAO_PAULO), at("2026-11-23T00:00", SAO_PAULO)))
                .isEqualTo(Duration.ofHours(310));
    }

    @Test
    void goesByTheClockOnTheWallOnDaysOfAnotherLength() {
        OpeningClock day = clock(SAO_PAULO, "08:00", "18:00");
        assertThat(day.open(at("2018-11-04T07:00", SAO_PAULO), at("2018-11-04T09:00", SAO_PAULO)))
                .as("that day began at one").isEqualTo(Duration.ofHours(1));
        OpeningClock night = clock(LISBON, "00:00", "06:00");
        assertThat(night.open(at("2026-03-29T00:00", LISBON), at("2026-03-29T06:00", LISBON)))
                .as("set forward at one").isLessThanOrEqualTo(Duration.ofHours(6))
                .isGreaterThanOrEqualTo(Duration.ofHours(5));
        assertThat(night.open(at("2026-10-25T00:00", LISBON), at("2026-10-25T06:00", LISBON)))
                .as("set back at two").isGreaterThanOrEqualTo(Duration.ofHours(5));
    }
}

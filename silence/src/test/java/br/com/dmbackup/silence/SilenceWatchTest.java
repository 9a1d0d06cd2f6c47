package br.com.dmbackup.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.silence.SilenceWatch.Change;
import br.com.dmbackup.silence.SilenceWatch.State;
import br.com.dmbackup.silence.WeeklyHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final ClosedDays HOLIDAYS = new BrazilianHolidays();
    private final SilenceWatch store = SilenceWatch.byHours(hours(), ZONE, HOLIDAYS, State.UNKNOWN);

    /** Monday to Friday 08:00 to 18:00, Saturday to noon. */
    private static WeeklyHours hours() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        }
        week.put(DayOfWeek.SATURDAY, List.of(new Span(LocalTime.of(8, 0), LocalTime.NOON)));
        week.remove(DayOfWeek.SUNDAY);
        return new WeeklyHours(week);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @Test
    void fallsSilentOnceAndSpeaksAgainOnce() {
        store.sign(at("2026-11-23T10:00"));
        assertThat(store.look(at("2026-11-23T11:14"))).isEmpty();
        assertThat(store.look(at("2026-11-23T11:15"))).contains(Change.FELL_SILENT);
        assertThat(store.look(at("2026-11-23T11:16"))).isEmpty();
        assertThat(store.sign(at("2026-11-23T14:00"))).contains(Change.SPOKE_AGAIN);
        assertThat(store.sign(at("2026-11-23T14:01"))).isEmpty();
    }

    @Test
    void countsOpeningTimeAlone() {
        store.sign(at("2026-11-21T11:30"));
        assertThat(store.look(at("2026-11-23T08:44"))).as("Saturday 11:30 to Monday 08:44").isEmpty();
        assertThat(store.look(at("2026-11-23T08:45"))).contains(Change.FELL_SILENT);
    }

    @Test
    void expectsNobodyOnAHoliday() {
        store.sign(at("2026-12-24T18:00"));
        assertThat(store.look(at("2026-12-25T23:00"))).isEmpty();
        assertThat(store.look(at("2026-12-26T09:15"))).contains(Change.FELL_SILENT);
    }

    @Test
    void doesNotMissAStoreThatSaidGoodbyeUntilItIsBack() {
        store.goodbye(at("2026-11-23T10:00"));
        assertThat(store.look(at("2026-11-25T10:00"))).isEmpty();
        assertThat(store.missedUntil(at("2026-11-24T09:00"))).isEqualTo(Duration.ofHours(9));
        store.sign(at("2026-11-25T10:00"));
        assertThat(store.look(at("2026-11-25T11:15"))).contains(Change.FELL_SILENT);
    }

    @Test
    void countsFromTheUsualOpeningWhereOneOpensEarly() {
        store.sign(at("2026-11-23T06:40"));
        assertThat(store.look(at("2026-11-23T09:14"))).isEmpty();
        assertThat(store.look(at("2026-11-23T09:15"))).contains(Change.FELL_SILENT);
    }

    @Test
    void takesNoNoticeOfASignThatComesLate() {
        store.sign(at("2026-11-23T10:00"));
        store.look(at("2026-11-23T12:00"));
        assertThat(store.sign(at("2026-11-23T09:00"))).isEmpty();
        assertThat(store.state().silent()).isTrue();
    }

    @Test
    void goesOnFromWhatWasKept() {
        store.sign(at("2026-11-23T10:00"));
        SilenceWatch later = SilenceWatch.byHours(hours(), ZONE, HOLIDAYS, store.state());
        assertThat(later.look(at("2026-11-23T11:15"))).contains(Change.FELL_SILENT);
        SilenceWatch again = SilenceWatch.byHours(hours(), ZONE, HOLIDAYS, later.state());
        assertThat(again.look(at("2026-11-23T12:15"))).as("it was told").isEmpty();
    }

    @Test
    void isNotConfusedByAClockThatIsSetForwardOrBackInTheNight() {
        ZoneId lisbon = ZoneId.of("Europe/Lisbon");
        SilenceWatch there = SilenceWatch.byHours(hours(), lisbon, ClosedDays.NONE, State.UNKNOWN);
        there.sign(LocalDateTime.parse("2026-03-28T12:00").atZone(lisbon).toInstant());
        assertThat(there.missedUntil(LocalDateTime.parse("2026-03-30T09:00").atZone(lisbon).toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void learnsTheWeekAndForgetsNothingWhenItIsKept() {
        Habit habit = new Habit(ZONE, HOLIDAYS);
        SilenceWatch learning = SilenceWatch.byHabit(habit, ZONE, HOLIDAYS, State.UNKNOWN);
        LocalDate first = LocalDate.parse("2026-10-19");
        first.datesUntil(LocalDate.parse("2026-11-16")).filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> !HOLIDAYS.contains(day)).forEach(day -> {
                    for (int minute = 0; minute < 8 * 60; minute += 5) {
                        learning.sign(day.atTime(9, 0).plusMinutes(minute).atZone(ZONE).toInstant());
                    }
                });
        BitSet nineToFive = new BitSet();
        nineToFive.set(36, 68);
        assertThat(habit.on(LocalDate.parse("2026-11-16"))).as("Monday, with a holiday before").isEqualTo(nineToFive);
        assertThat(habit.on(LocalDate.parse("2026-11-22"))).as("Sunday").isEqualTo(new BitSet());
        Habit kept = new Habit(ZONE, HOLIDAYS);
        List<String> lines = new ArrayList<>(habit.memory());
        kept.remember(lines);
        assertThat(kept.on(LocalDate.parse("2026-11-16"))).isEqualTo(nineToFive);
        assertThat(kept.memory()).isEqualTo(lines);
        assertThatThrownBy(() -> kept.remember(List.of("2026-13-01 " + "0".repeat(24))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kept.remember(List.of("yesterday"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void expectsNothingOfAStoreThatItDoesNotKnowYet() {
        SilenceWatch fresh = SilenceWatch.byHabit(new Habit(ZONE, HOLIDAYS), ZONE, HOLIDAYS, State.UNKNOWN);
        assertThat(fresh.look(at("2026-11-23T12:00"))).isEmpty();
        fresh.sign(at("2026-11-23T10:00"));
        assertThat(fresh.look(at("2026-11-25T12:00"))).isEmpty();
    }

    @Test
    void opensQuartersThatAreOpenFromBeginToEnd() {
        WeeklyHours odd = new WeeklyHours(
                Map.of(DayOfWeek.MONDAY, List.of(new Span(LocalTime.of(8, 5), LocalTime.of(9, 40)),
                        new Span(LocalTime.of(23, 30), LocalTime.MIDNIGHT))));
        BitSet open = new BitSet();
        open.set(33, 38);
        open.set(94, 96);
        assertThat(odd.on(LocalDate.parse("2026-11-23"))).isEqualTo(open);
        assertThatThrownBy(() -> new Span(LocalTime.of(10, 0), LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.Due.Failures;
import br.com.dmbackup.core.policy.Due.NotYet;
import br.com.dmbackup.core.policy.Due.Now;
import br.com.dmbackup.core.policy.Due.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @Test
    void isDueWhenThereWasNeverABackup() {
        assertThat(decide(at("09:59", 0), null, null)).isEqualTo(new Now());
    }

    @ParameterizedTest
    @CsvSource({"09:00, 09:59, 59, HOUR_DONE", "09:00, 10:00, 60, DUE", "09:30, 09:40, 10, HOUR_DONE",
            "09:59, 10:00, 1, TOO_SOON", "09:59, 10:28, 29, TOO_SOON", "09:59, 10:29, 30, DUE",
            // set back by five hours, by one, and by less than an hour
            "09:00, 05:00, 60, DUE", "09:10, 08:15, 5, TOO_SOON", "09:10, 08:40, 30, DUE",
            "09:50, 09:10, 20, HOUR_DONE",
            // standing still
            "09:00, 09:00, 64, HOUR_DONE", "09:00, 09:00, 65, DUE",
            // jumped ahead
            "09:00, 23:00, 1, TOO_SOON", "09:00, 23:00, 30, DUE"})
    void comparesTheHourOfTheLastStart(String last, String now, int minutesPassed, String expected) {
        assertThat(name(decide(at(now, minutesPassed), at(last, 0), null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, PAUSE_AFTER_FAILURE", "1, 1, DUE", "2, 1, PAUSE_AFTER_FAILURE", "2, 2, DUE",
            "3, 4, PAUSE_AFTER_FAILURE", "3, 5, DUE", "4, 9, PAUSE_AFTER_FAILURE", "4, 10, DUE",
            "5, 14, PAUSE_AFTER_FAILURE", "5, 15, DUE", "1000000, 14, PAUSE_AFTER_FAILURE", "1000000, 15, DUE"})
    void pausesLongerAfterEachFailure(int failures, int minutesPassed, String expected) {
        var failed = new Failures(failures, at("10:00", 0));
        assertThat(name(decide(at("10:00", minutesPassed), null, failed))).isEqualTo(expected);
    }

    @Test
    void aClockSetBackDoesNotLengthenThePauseAfterAFailure() {
        var failed = new Failures(5, at("10:00", 0));
        assertThat(decide(at("03:00", 15), null, failed)).isEqualTo(new Now());
        assertThat(decide(at("03:00", 14), null, failed))
                .isEqualTo(new NotYet(Reason.PAUSE_AFTER_FAILURE, Duration.ofMinutes(1)));
    }

    @Test
    void tellsHowLongToWait() {
        assertThat(decide(at("09:10", 10), at("09:00", 0), null))
                .isEqualTo(new NotYet(Reason.HOUR_DONE, Duration.ofMinutes(50)));
        assertThat(decide(at("10:10", 20), at("09:50", 0), null))
                .isEqualTo(new NotYet(Reason.TOO_SOON, Duration.ofMinutes(10)));
    }

    @Test
    void acrossARestartOfTheMachineTheWallClockHasToDo() {
        assertThat(name(decide(restarted("10:10"), at("09:50", 0), null))).isEqualTo("TOO_SOON");
        assertThat(name(decide(restarted("10:20"), at("09:50", 0), null))).isEqualTo("DUE");
        assertThat(name(decide(restarted("08:00"), at("09:50", 0), null))).as("set back meanwhile").isEqualTo("DUE");
        assertThat(name(decide(restarted("09:55"), at("09:50", 0), null))).isEqualTo("HOUR_DONE");
        assertThat(name(decide(restarted("09:00"), null, new Failures(5, at("10:00", 0))))).isEqualTo("DUE");
    }

    @ParameterizedTest
    @CsvSource({"America/Sao_Paulo, 2017", "America/Sao_Paulo, 2018", "America/Sao_Paulo, 2026", "Europe/Lisbon, 2026",
            "America/New_York, 2026", "Asia/Kathmandu, 2026", "UTC, 2028"})
    void aYearHasExactlyOneBackupInEachClockHour(String zoneName, int year) {
        ZoneId zone = ZoneId.of(zoneName);
        Instant begin = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
        long hours = Duration.between(begin, end).toHours();
        List<Instant> starts = simulate(begin, (int) Duration.between(begin, end).toMinutes(), zone, wall -> wall);
        assertThat(starts).hasSize((int) hours);
        assertThat(starts.stream().map(start -> {
            var local = start.atZone(zone);
            return local.toLocalDate() + " " + local.getHour() + " " + local.getOffset();
        })).doesNotHaveDuplicates();
    }

    @Test
    void aRacingClockCannotBurnTheSlots() {
        Instant begin = Instant.parse("2026-11-23T12:00:00Z");
        List<Instant> starts = simulate(begin, 24 * 60, SAO_PAULO,
                wall -> begin.plus(Duration.between(begin, wall).multipliedBy(60)));
        assertThat(starts).as("a day in which the clock runs 60 times too fast").hasSizeLessThanOrEqualTo(48);
    }

    @Test
    void aClockThatStandsStillOrRunsBackwardsDoesNotStopTheBackups() {
        Instant begin = Instant.parse("2026-11-23T12:00:00Z");
        assertThat(simulate(begin, 24 * 60, SAO_PAULO, wall -> begin)).hasSizeBetween(22, 24);
        assertThat(simulate(begin, 24 * 60, SAO_PAULO, wall -> begin.minus(Duration.between(begin, wall))))
                .hasSizeBetween(23, 25);
    }

    /** Each night the machine sleeps, now and then somebody sets its clock, and some hours fail for a while. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aYearOfSleepsWrongClocksAndFailuresHasItsBackups(long seed) {
        Random random = new Random(seed);
        Instant wall = Instant.parse("2017-01-01T10:00:00Z");
        Optional<Moment> lastGood = Optional.empty();
        Optional<Failures> failures = Optional.empty();
        int goodAt = 0;
        int brokenUntil = -1;
        for (int awake = 0; awake < 365 * 14 * 60; awake++) {
            wall = wall.plusSeconds(60);
            if (awake % (14 * 60) == 0) {
                wall = wall.plus(Duration.ofHours(10));
            }
            if (random.nextInt(5_000) == 0) {
                wall = wall.plusSeconds(random.nextLong(-200_000, 200_000));
            }
            if (awake > brokenUntil + 90 && random.nextInt(3_000) == 0) {
                brokenUntil = awake + random.nextInt(120);
            }
            Moment now = new Moment(wall, stamp("boot", awake));
            if (Due.decide(now, SAO_PAULO, lastGood, failures) instanceof Now) {
                if (awake < brokenUntil) {
                    failures = Optional.of(new Failures(failures.map(Failures::count).orElse(0) + 1, now));
                    continue;
                }
                assertThat(lastGood.isEmpty() || awake - goodAt >= Due.APART.toMinutes())
                        .as("two within half an hour, seed %d, minute %d", seed, awake).isTrue();
                lastGood = Optional.of(now);
                failures = Optional.empty();
                goodAt = awake;
            }
            int longest = (int) Due.LONGEST.toMinutes() + (awake - brokenUntil < 20 ? 140 : 0);
            assertThat(awake - goodAt).as("without a backup, seed %d, minute %d", seed, awake).isLessThan(longest);
        }
    }

    /** Asks every minute of the true time, and notes the starts in true time. */
    private static List<Instant> simulate(Instant begin, int minutes, ZoneId zone, UnaryOperator<Instant> wallClock) {
        List<Instant> starts = new ArrayList<>();
        Optional<Moment> last = Optional.empty();
        for (int minute = 0; minute < minutes; minute++) {
            Instant truth = begin.plus(Duration.ofMinutes(minute));
            Moment now = new Moment(wallClock.apply(truth), stamp("boot", minute));
            if (Due.decide(now, zone, last, Optional.empty()) instanceof Now) {
                starts.add(truth);
                last = Optional.of(now);
            }
        }
        return starts;
    }

    private static Due.Verdict decide(Moment now, @Nullable Moment lastGood, @Nullable Failures failures) {
        return Due.decide(now, SAO_PAULO, Optional.ofNullable(lastGood), Optional.ofNullable(failures));
    }

    private static String name(Due.Verdict verdict) {
        return switch (verdict) {
            case Now now -> "DUE";
            case NotYet notYet -> notYet.reason().name();
        };
    }

    private static Moment at(String time, int minutesPassed) {
        return new Moment(wall(time), stamp("boot", minutesPassed));
    }

    private static Moment restarted(String time) {
        return new Moment(wall(time), stamp("next boot", 0));
    }

    private static Instant wall(String time) {
        return LocalDateTime.parse("2026-11-23T" + time).toInstant(ZoneOffset.ofHours(-3));
    }

    private static MonotonicStamp stamp(String boot, int minutes) {
        return new MonotonicStamp(boot, Duration.ofMinutes(minutes).toNanos() - 7);
    }
}

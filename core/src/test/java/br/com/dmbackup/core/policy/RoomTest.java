package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.Forecast.Enough;
import br.com.dmbackup.core.policy.Forecast.Point;
import br.com.dmbackup.core.policy.Forecast.ShortIn;
import br.com.dmbackup.core.policy.Forecast.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {
    private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void countsTheArchiveInFlightTheDumpsAndATenthForGrowth() {
        assertThat(new SpaceNeed(100, 0, false).bytesFor(24)).isEqualTo(2750);
        assertThat(new SpaceNeed(100, 1000, false).bytesFor(1)).isEqualTo(1320);
        assertThat(new SpaceNeed(100, 0, true).bytesFor(1)).isEqualTo(330);
    }

    @ParameterizedTest
    @CsvSource({"2750, 24", "2749, 12", "1430, 12", "1429, 8", "990, 8", "770, 6", "550, 4", "440, 3", "330, 2",
            "220, 1"})
    void offersTheLargestNumberOfSlotsThatFits(long usable, int slots) {
        assertThat(new SpaceNeed(100, 0, false).slotsThatFit(usable)).isEqualTo(OptionalInt.of(slots));
    }

    @Test
    void offersNothingWhenNotEvenOneFits() {
        assertThat(new SpaceNeed(100, 0, false).slotsThatFit(219)).isEmpty();
    }

    @Test
    void saysThatItDoesNotKnowFromTooFewDays() {
        assertThat(look(10_000_000, 100, 110, 120)).isEqualTo(new Unknown());
        assertThat(look(10_000_000)).isEqualTo(new Unknown());
    }

    @Test
    void seesTheDayOnWhichTheRoomEnds() {
        // 24 slots and one in flight, a tenth more: 27.5 times the archive, which is 130 now and grows by 10 a day.
        assertThat(look(27 * 130, 100, 110, 120, 130)).isEqualTo(new ShortIn(0, 10));
        assertThat(look(28 * 160, 100, 110, 120, 130)).isEqualTo(new ShortIn(4, 10));
        assertThat(look(28 * 300, 100, 110, 120, 130)).isEqualTo(new Enough(10));
    }

    @Test
    void oneImportOrOneCleanUpDoesNotMakeItCryWolf() {
        assertThat(look(28 * 1300, 100, 101, 102, 1000, 1001, 1002)).isEqualTo(new Enough(1));
        assertThat(look(28 * 200, 100, 101, 102, 10, 11, 12)).isEqualTo(new Enough(1));
    }

    @Test
    void divideGrowthAmongDaysWithoutABackupAndTakesTheLastOfEachDay() {
        List<Point> history = new ArrayList<>();
        for (int day : new int[]{0, 1, 3, 4}) {
            history.add(point(day, 0, 5));
            history.add(point(day, 60, 100 + 10 * day));
        }
        assertThat(Forecast.look(history.reversed(), new SpaceNeed(140, 0, false), 24, 1 << 20))
                .isEqualTo(new Enough(10));
    }

    private static Forecast.Outlook look(long usable, long... archiveOfEachDay) {
        List<Point> history = new ArrayList<>();
        for (int day = 0; day < archiveOfEachDay.length; day++) {
            history.add(point(day, 0, archiveOfEachDay[day]));
        }
        long last = archiveOfEachDay.length == 0 ? 1 : archiveOfEachDay[archiveOfEachDay.length - 1];
        return Forecast.look(history, new SpaceNeed(last, 0, false), 24, usable);
    }

    private static Point point(int day, int minute, long bytes) {
        return new Point(BEGIN.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute)), bytes);
    }
}

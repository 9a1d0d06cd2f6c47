package br.com.dmbackup.terminal.vault.protection;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.terminal.vault.protection.Arrivals.Arrival;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long HOUR = 60;

    @Test
    void anHonestServerNeverWaits() {
        var arrivals = new Arrivals(List.of());
        for (long hour = 0; hour < 24 * 40; hour++) {
            long usual = hour <= 24 ? 0 : 100 + hour - 25;
            assertThat(arrivals.pause(hour * HOUR, usual)).as("hour %d", hour).isEmpty();
            arrivals.came(hour * HOUR, 100 + hour);
        }
    }

    @Test
    void allSlotsComeAtOnceAfterALongAbsence() {
        var arrivals = new Arrivals(List.of());
        for (int slot = 0; slot < 24; slot++) {
            assertThat(arrivals.pause(1000, 100)).isEmpty();
            arrivals.came(1000, 100);
        }
        assertThat(arrivals.pause(1000, 100)).hasValue(60);
        assertThat(arrivals.pause(1059, 100)).hasValue(1);
        assertThat(arrivals.pause(1060, 100)).isEmpty();
    }

    @Test
    void aTerminalThatRunsEightHoursADayTakesAllThatAServerMakesInTwentyFour() {
        var arrivals = new Arrivals(List.of());
        for (long day = 0; day < 30; day++) {
            long morning = day * 8 * HOUR;
            for (int owed = 0; owed < 16; owed++) {
                assertThat(arrivals.pause(morning, 100)).as("day %d, owed %d", day, owed).isEmpty();
                arrivals.came(morning, 100);
            }
            for (long hour = 1; hour < 8; hour++) {
                assertThat(arrivals.pause(morning + hour * HOUR, 100)).as("day %d, hour %d", day, hour).isEmpty();
                arrivals.came(morning + hour * HOUR, 100);
            }
        }
    }

    @Test
    void aFloodComesToThreeAnHour() {
        var arrivals = new Arrivals(List.of());
        int came = 0;
        for (long minute = 0; minute < 30 * Protection.DAY; minute++) {
            if (arrivals.pause(minute, 100).isEmpty()) {
                arrivals.came(minute, 100);
                came++;
            }
        }
        assertThat(came).isBetween(30 * 72 - 72, 30 * 72 + 72);
    }

    @Test
    void anUnusuallyLongArchiveComesAndIsFollowedByAPause() {
        var arrivals = new Arrivals(List.of());
        assertThat(arrivals.pause(5, 100)).isEmpty();
        arrivals.came(5, 10_000);
        assertThat(arrivals.pause(6, 100)).hasValue(Protection.DAY - 1);
        assertThat(arrivals.pause(5 + Protection.DAY, 100)).isEmpty();
        assertThat(arrivals.pause(6, 0)).as("nothing is known to be usual").isEmpty();
    }

    @Test
    void remembersWhatCameBeforeAndNothingOlder() {
        var arrivals = new Arrivals(List.of(new Arrival(10, 1), new Arrival(2000, 2)));
        arrivals.came(2001, 3);
        assertThat(arrivals.remembered()).containsExactly(new Arrival(2000, 2), new Arrival(2001, 3));
    }

    @Test
    void whatCameInALifeThatIsNotRememberedHoldsUpNobody() {
        var arrivals = new Arrivals(List.of(new Arrival(900_000, 1)));
        for (int slot = 0; slot < 24; slot++) {
            assertThat(arrivals.pause(5, 100)).isEmpty();
            arrivals.came(5, 1);
        }
        assertThat(arrivals.pause(5, 100)).isPresent();
    }
}

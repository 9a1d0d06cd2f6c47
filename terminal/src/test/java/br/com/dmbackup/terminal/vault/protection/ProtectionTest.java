package br.com.dmbackup.terminal.vault.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtectionTest {
    private static final long HOUR = 60;

    /** One archive an hour; each is replaced a day later. */
    private static List<Aged<Integer>> hourly(int hours, long now) {
        return new ArrayList<>(IntStream.range(0, hours).mapToObj(hour -> {
            long accepted = hour * HOUR;
            long replaced = accepted + Protection.DAY;
            return new Aged<>(hour, accepted, replaced <= now ? replaced : Aged.NOT_YET, true);
        }).toList());
    }

    private static List<Integer> kept(List<Aged<Integer>> all, long now) {
        var protection = new Protection<>(all, now, Protection.NEWER_ARCHIVES);
        return all.stream().filter(Aged::replaced).filter(aged -> !protection.mayGo(aged)).map(Aged::thing).toList();
    }

    @Test
    void keepsWhatASlotReplacedForTwoDays() {
        long now = 100 * HOUR;
        List<Integer> kept = kept(hourly(101, now), now);
        // Replaced at hour + 24, kept until hour + 72.
        assertThat(kept).contains(76, 50, 29).doesNotContain(28, 27, 25);
    }

    @Test
    void keepsTheFirstOfEachDayUntilFourteenFurtherDaysAreOver() {
        long now = 40 * Protection.DAY;
        List<Integer> kept = kept(hourly(40 * 24 + 1, now), now);
        assertThat(kept).filteredOn(hour -> hour < 37 * 24).containsExactlyElementsOf(
                IntStream.rangeClosed(26, 36).mapToObj(day -> day * 24).toList());
    }

    @Test
    void takesNoMoreRoomThanIsTold() {
        long now = 40 * Protection.DAY;
        List<Aged<Integer>> all = hourly(40 * 24 + 1, now);
        assertThat(kept(all, now)).hasSizeLessThanOrEqualTo(48 + 14);
    }

    @Test
    void letsNothingGoBeforeThereAreEnoughNewerOnes() {
        List<Aged<Integer>> all = new ArrayList<>(List.of(new Aged<>(0, 10, 20, true), new Aged<>(1, 11, 21, true)));
        long late = 100 * Protection.DAY;
        IntStream.range(2, 24).forEach(number -> all.add(new Aged<>(number, late, Aged.NOT_YET, true)));
        assertThat(kept(all, late)).containsExactly(0, 1);
        all.add(new Aged<>(24, late, Aged.NOT_YET, true));
        assertThat(kept(all, late)).containsExactly(1);
        all.add(new Aged<>(25, late, Aged.NOT_YET, true));
        assertThat(kept(all, late)).isEmpty();
    }

    @Test
    void damagedOnesDoNotCountAsNewer() {
        List<Aged<Integer>> all = new ArrayList<>(List.of(new Aged<>(0, 10, 20, true)));
        long late = 100 * Protection.DAY;
        IntStream.range(1, 60).forEach(number -> all.add(new Aged<>(number, late, Aged.NOT_YET, number > 30)));
        assertThat(kept(all, late)).isEmpty();
        all.removeIf(aged -> aged.thing() > 50);
        assertThat(kept(all, late)).containsExactly(0);
    }

    @Test
    void noLaterArchiveBecomesTheCopyOfADayThatHasOne() {
        long now = 5 * Protection.DAY;
        List<Aged<Integer>> all = hourly(5 * 24 + 1, now);
        var before = new Protection<>(all, now, Protection.NEWER_ARCHIVES);
        assertThat(before.isDaily(48)).isTrue();
        for (int flood = 0; flood < 500; flood++) {
            all.add(new Aged<>(1000 + flood, 2 * Protection.DAY + 1 + flood, now, true));
        }
        var after = new Protection<>(all, now, Protection.NEWER_ARCHIVES);
        assertThat(after.isDaily(48)).isTrue();
        assertThat(all.stream().filter(aged -> aged.day() == 2).filter(aged -> after.isDaily(aged.thing()))).hasSize(1);
    }

    @Test
    void aDamagedFirstOfADayIsNotItsCopy() {
        List<Aged<Integer>> all = List.of(new Aged<>(0, 10, 20, false), new Aged<>(1, 11, 21, true));
        var protection = new Protection<>(all, 30, 0);
        assertThat(protection.isDaily(0)).isFalse();
        assertThat(protection.isDaily(1)).isTrue();
    }

    @Test
    void stampsFromALifeThatIsNotRememberedCountAsNew() {
        List<Aged<Integer>> all = new ArrayList<>(List.of(new Aged<>(0, 900_000, 900_100, true)));
        IntStream.range(1, 60).forEach(number -> all.add(new Aged<>(number, 900_200, Aged.NOT_YET, true)));
        var protection = new Protection<>(all, 50, Protection.NEWER_ARCHIVES);
        assertThat(protection.minutesLeft(all.getFirst())).isGreaterThanOrEqualTo(Protection.ASIDE);
        assertThat(protection.mayGo(all.getFirst())).isFalse();
    }
}

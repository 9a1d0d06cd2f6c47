package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.policy.Retention.Safety;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
    /** Yesterday's 22 and 23, adopted; today's 00 to 03, the newest last. Given out of order. */
    private final List<HeldSlot> held = List.of(own(3), own(0), adopted(22), own(2), adopted(23), own(1));

    @Test
    void givesUpTheOldestBeyondTheNumberThatIsKept() {
        assertThat(hours(Retention.surplus(held, 3, Safety.ELSEWHERE, 24))).containsExactly(22, 23, 0);
        assertThat(hours(Retention.surplus(held, 6, Safety.ELSEWHERE, 24))).isEmpty();
        assertThat(hours(Retention.surplus(held, 24, Safety.ELSEWHERE, 24))).isEmpty();
        assertThat(hours(Retention.surplus(List.of(), 1, Safety.ELSEWHERE, 24))).isEmpty();
    }

    @Test
    void givesUpNothingWhileTheNewestIsOwedElsewhere() {
        assertThat(Retention.surplus(held, 1, Safety.OWED, 24)).isEmpty();
        assertThat(Retention.forRoom(held, 1, Safety.OWED, 24)).isEmpty();
    }

    @Test
    void withoutAnotherDestinationOnlyTheSettingCanGiveUpSlots() {
        assertThat(hours(Retention.surplus(held, 5, Safety.HERE_ALONE, 24))).containsExactly(22);
        assertThat(Retention.forRoom(held, 1, Safety.HERE_ALONE, 24)).isEmpty();
    }

    @Test
    void keepsWhatWasAdoptedUntilThereAre24OfOurOwn() {
        assertThat(hours(Retention.surplus(held, 3, Safety.ELSEWHERE, 23))).containsExactly(0, 1, 2);
        assertThat(hours(Retention.forRoom(held, 150, Safety.ELSEWHERE, 23))).containsExactly(0, 1);
    }

    @Test
    void givesUpAsFewAsMakeTheRoomAndNeverTheNewest() {
        assertThat(Retention.forRoom(held, 0, Safety.ELSEWHERE, 24)).isEmpty();
        assertThat(hours(Retention.forRoom(held, 100, Safety.ELSEWHERE, 24))).containsExactly(22);
        assertThat(hours(Retention.forRoom(held, 101, Safety.ELSEWHERE, 24))).containsExactly(22, 23);
        assertThat(hours(Retention.forRoom(held, 1_000_000, Safety.ELSEWHERE, 24))).containsExactly(22, 23, 0, 1, 2);
        assertThat(hours(Retention.surplus(held, 0, Safety.ELSEWHERE, 24))).containsExactly(22, 23, 0, 1, 2);
    }

    private static List<Integer> hours(List<HeldSlot> slots) {
        return slots.stream().map(slot -> slot.slot().hour()).toList();
    }

    private static HeldSlot own(int hour) {
        return new HeldSlot(new Slot(hour), Instant.parse("2026-11-23T00:00:00Z").plusSeconds(hour * 3600L), 100,
                false);
    }

    private static HeldSlot adopted(int hour) {
        return new HeldSlot(new Slot(hour), Instant.parse("2026-11-22T00:00:00Z").plusSeconds(hour * 3600L), 100, true);
    }
}

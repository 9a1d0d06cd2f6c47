package br.com.dmbackup.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Laws 5, 6, 10 and 11: no room, failures, places that are away, interruptions. */
abstract class TroubleLaws extends NameLaws {
    @Test
    void law5_knownLackOfRoomIsToldBeforeAByteIsRead() {
        assumeTrue(destination.space().isPresent(), "this place does not tell its room");
        put(SLOT, old);
        long tooLarge = destination.space().orElseThrow().totalBytes() + 1;

        assertThatThrownBy(() -> put(SLOT, unreadable(tooLarge))).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isIn(FaultCode.DESTINATION_FULL,
                        FaultCode.DESTINATION_FILE_TOO_LARGE));

        assertOnlyOldStands();
    }

    @Test
    void law6_aPutThatFailsRemovesWhatItWrote() {
        var failing = new MemoryArchive(fresh.content(), fresh.sizeBytes() + 1, MemoryArchive.TIME);

        assertFault(FaultCode.ARCHIVE_TRUNCATED, () -> put(SLOT, failing));

        assertThat(archivesAndLeftovers()).isEmpty();
        assertThat(destination.sweep()).isZero();
    }

    @Test
    void law6_aSweepLeavesAnArchiveInTheMakingAlone() {
        destination.put(SLOT, fresh, bytes -> assertThat(destination.sweep()).isZero(), Progress.NONE);

        assertThat(stored(SLOT)).isEqualTo(fresh.content());
    }

    @Test
    void law10_aPlaceThatIsAwayIsMissingAndIsNotCreated() {
        put(SLOT, old);
        place.takeAway();

        for (ThrowingCallable call : List.<ThrowingCallable>of(() -> put(SLOT, fresh), destination::list,
                () -> destination.open(SLOT), () -> destination.remove(SLOT), () -> destination.alias(SLOT, NEWEST),
                () -> destination.setAside(SLOT, NEWEST), destination::sweep, destination::space,
                destination::replacesAtomically)) {
            assertFault(FaultCode.DESTINATION_MISSING, call);
        }

        assertThat(place.anythingInItsStead()).isFalse();
        place.bringBack();
        assertThat(stored(SLOT)).isEqualTo(old.content());
    }

    @Test
    void law10_aPlaceThatVanishesDuringAPutIsLost() {
        put(SLOT, old);

        assertFault(FaultCode.DESTINATION_LOST,
                () -> destination.put(SLOT, fresh, bytes -> place.takeAway(), Progress.NONE));

        assertThat(place.anythingInItsStead()).isFalse();
        place.bringBack();
        Destination next = place.destination(Checkpoint.NONE);
        assertThat(stored(next, SLOT)).isEqualTo(old.content());
        next.sweep();
        assertThat(archivesAndLeftovers()).containsExactly(SLOT.value());
    }

    @Test
    void law11_anInterruptionBeforeTheCopyCancels() {
        put(SLOT, old);
        Thread.currentThread().interrupt();

        assertFault(FaultCode.CANCELLED, () -> put(SLOT, fresh));

        assertThat(Thread.interrupted()).isTrue();
        assertOnlyOldStands();
    }

    @Test
    void law11_anInterruptionDuringTheCopyCancels() {
        put(SLOT, old);

        assertFault(FaultCode.CANCELLED, () -> destination.put(SLOT, fresh, fresh.check(),
                (done, total) -> Thread.currentThread().interrupt()));

        assertThat(Thread.interrupted()).isTrue();
        assertOnlyOldStands();
    }

    @Test
    void law11_anInterruptionDuringTheCheckCancels() {
        put(SLOT, old);

        assertFault(FaultCode.CANCELLED, () -> destination.put(SLOT, fresh,
                bytes -> Thread.currentThread().interrupt(), Progress.NONE));

        assertThat(Thread.interrupted()).isTrue();
        assertOnlyOldStands();
    }
}

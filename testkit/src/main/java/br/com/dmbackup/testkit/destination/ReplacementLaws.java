package br.com.dmbackup.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws 1 to 4: what stands under a name while it is replaced, and after a death. */
abstract class ReplacementLaws extends DestinationLaws {
    @Test
    void law1_givesExactlyTheBytesThatWerePut() {
        var progress = new ArrayList<Long>();

        destination.put(SLOT, fresh, fresh.check(), (done, total) -> progress.add(done));

        assertThat(stored(SLOT)).isEqualTo(fresh.content());
        assertThat(progress).isSorted().last().isEqualTo(fresh.sizeBytes());
        StoredArchive entry = destination.list().getFirst();
        assertThat(entry.sizeBytes()).isEqualTo(fresh.sizeBytes());
        if (place.keepsTimes()) {
            assertThat(entry.modifiedAt()).isCloseTo(MemoryArchive.TIME, within(2, ChronoUnit.SECONDS));
        }
    }

    @Test
    void law1_readsAtAnyPosition() throws Exception {
        put(SLOT, fresh);

        try (SeekableByteChannel bytes = destination.open(SLOT)) {
            var buffer = ByteBuffer.allocate(1);
            bytes.position(SIZE / 2).read(buffer);
            assertThat(buffer.get(0)).isEqualTo(fresh.content()[SIZE / 2]);
            assertThat(bytes.size()).isEqualTo(fresh.sizeBytes());
        }
    }

    @Test
    void law1_aSourceThatEndsTooSoonIsNotAnArchive() {
        put(SLOT, old);
        var tooShort = new MemoryArchive(fresh.content(), fresh.sizeBytes() + 1, MemoryArchive.TIME);

        assertFault(FaultCode.ARCHIVE_TRUNCATED, () -> put(SLOT, tooShort));

        assertOnlyOldStands();
    }

    @ParameterizedTest
    @EnumSource(names = "PLACE_.*", mode = EnumSource.Mode.MATCH_ANY)
    void law2_aDeathAtAnyStepLeavesTheWholeOldOrTheWholeNewArchive(Step step) {
        put(SLOT, old);
        Destination dying = place.destination(SuddenDeath.at(step));

        Throwable end = catchThrowable(() -> dying.put(SLOT, fresh, fresh.check(), Progress.NONE));

        boolean died = end instanceof SuddenDeath;
        assertThat(died || step == Step.PLACE_OLD_ASIDE).as("reaches " + step).isTrue();
        Destination next = place.destination(Checkpoint.NONE);
        boolean committed = !died || step == Step.PLACE_COMMITTED || step == Step.PLACE_OLD_ASIDE;
        byte[] expected = committed ? fresh.content() : old.content();
        assertThat(stored(next, SLOT)).isEqualTo(expected);
        assertThat(next.list()).extracting(StoredArchive::name).containsExactly(SLOT);

        next.sweep();

        assertThat(stored(next, SLOT)).isEqualTo(expected);
        assertThat(archivesAndLeftovers()).containsExactly(SLOT.value());
        put(next, SLOT, old);
        assertThat(stored(next, SLOT)).isEqualTo(old.content());
    }

    @ParameterizedTest
    @EnumSource(names = {"PLACE_WRITTEN", "PLACE_CHECKED"})
    void law2_aDeathDuringTheFirstPutLeavesNothingUnderTheName(Step step) {
        Destination dying = place.destination(SuddenDeath.at(step));

        untilDeath(() -> dying.put(SLOT, fresh, fresh.check(), Progress.NONE));

        Destination next = place.destination(Checkpoint.NONE);
        assertThat(next.list()).isEmpty();
        assertFault(FaultCode.ARCHIVE_MISSING, () -> next.open(SLOT));
        assertThat(next.sweep()).isPositive();
        assertThat(archivesAndLeftovers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "PLACE_.*", mode = EnumSource.Mode.MATCH_ANY)
    void law2_aPutRightAfterADeathNeedsNoSweep(Step step) {
        put(SLOT, old);
        untilDeath(() -> put(place.destination(SuddenDeath.at(step)), SLOT, fresh));
        var third = MemoryArchive.of(1000, 3);

        put(place.destination(Checkpoint.NONE), SLOT, third);

        assertThat(stored(SLOT)).isEqualTo(third.content());
    }

    @Test
    void law3_theOldArchiveStaysWhenTheCheckRefusesTheNewOne() {
        put(SLOT, old);

        assertFault(FaultCode.ARCHIVE_DAMAGED, () -> destination.put(SLOT, fresh, old.check(), Progress.NONE));

        assertOnlyOldStands();
    }

    @Test
    void law3_theCheckSeesTheBytesBeforeTheyBearTheName() {
        put(SLOT, old);

        destination.put(SLOT, fresh, bytes -> {
            assertThat(MemoryArchive.read(bytes)).isEqualTo(fresh.content());
            assertThat(stored(place.destination(Checkpoint.NONE), SLOT)).isEqualTo(old.content());
        }, Progress.NONE);

        assertThat(stored(SLOT)).isEqualTo(fresh.content());
    }

    @Test
    void law4_resolvesWhatAReplacementInThreeStepsLeaves() {
        assumeTrue(!destination.replacesAtomically(), "this place replaces atomically");
        place.plant("09h/MCDados.zip.velho", old.content());
        place.plant("09h/MCDados.zip.novo", fresh.content());
        place.plant("10h/MCDados.zip.velho", old.content());
        place.plant("11h/MCDados.zip.novo", fresh.content());
        place.plant("12h/MCDados.zip", old.content());
        place.plant("12h/MCDados.zip.novo", fresh.content());
        place.plant("13h/MCDados.zip", fresh.content());
        place.plant("13h/MCDados.zip.velho", old.content());

        for (int pass = 0; pass < 2; pass++) {
            assertThat(destination.list()).extracting(entry -> entry.name().value()).containsExactly("09h/MCDados.zip",
                    "10h/MCDados.zip", "12h/MCDados.zip", "13h/MCDados.zip");
            assertThat(stored(SLOT)).isEqualTo(fresh.content());
            assertThat(stored(new ArchiveName("10h/MCDados.zip"))).isEqualTo(old.content());
            assertThat(stored(new ArchiveName("12h/MCDados.zip"))).isEqualTo(old.content());
            assertThat(stored(new ArchiveName("13h/MCDados.zip"))).isEqualTo(fresh.content());
            assertThat(destination.sweep()).isEqualTo(pass == 0 ? 6 : 0);
        }
        assertThat(archivesAndLeftovers()).containsExactly("09h/MCDados.zip", "10h/MCDados.zip", "12h/MCDados.zip",
                "13h/MCDados.zip");
    }

    @Test
    void law4_whatWasRemovedOrSetAsideDoesNotComeBack() {
        assumeTrue(!destination.replacesAtomically(), "this place replaces atomically");
        var other = new ArchiveName("10h/MCDados.zip");
        var aside = new ArchiveName("suspeito/1.zip");
        place.plant("09h/MCDados.zip.novo", fresh.content());
        place.plant("09h/MCDados.zip.velho", old.content());
        place.plant("10h/MCDados.zip.novo", fresh.content());
        place.plant("10h/MCDados.zip.velho", old.content());

        assertThat(destination.remove(SLOT)).isTrue();
        destination.setAside(other, aside);

        assertThat(destination.list()).extracting(StoredArchive::name).containsExactly(aside);
        assertThat(stored(aside)).isEqualTo(fresh.content());
    }
}

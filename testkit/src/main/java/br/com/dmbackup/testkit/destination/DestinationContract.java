package br.com.dmbackup.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of {@link Destination}, one by one, in their order. */
public abstract class DestinationContract {
    protected static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");
    protected static final ArchiveName NEWEST = new ArchiveName("MCDados.zip");
    private static final int SIZE = 300_000;

    private final MemoryArchive old = MemoryArchive.of(SIZE, 1);
    private final MemoryArchive fresh = MemoryArchive.of(SIZE + 4321, 2);

    @SuppressWarnings("NullAway.Init")
    private PlaceUnderTest place;
    @SuppressWarnings("NullAway.Init")
    private Destination destination;

    /** A new, empty place. */
    protected abstract PlaceUnderTest newPlace() throws Exception;

    @BeforeEach
    void openPlace() throws Exception {
        place = newPlace();
        destination = place.destination(Checkpoint.NONE);
    }

    @AfterEach
    void closePlace() {
        Thread.interrupted();
        if (place != null) {
            place.close();
        }
    }

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
    void law7_listsFinishedArchivesAndNothingElse() {
        put(new ArchiveName("23h/MCDados.zip"), old);
        put(NEWEST, old);
        put(SLOT, old);
        place.plant("MCDados.bak", new byte[10]);
        place.plant("LEIAME.TXT", new byte[10]);
        place.plant("10h/MCDados.zip.novo", new byte[10]);
        place.plant("10h/MCDados.zip.tmp", new byte[10]);

        assertThat(destination.list()).extracting(entry -> entry.name().value()).containsExactly("09h/MCDados.zip",
                "23h/MCDados.zip", "MCDados.zip");
        destination.sweep();
        assertThat(place.rawNames()).contains("MCDados.bak", "LEIAME.TXT", "10h/MCDados.zip.tmp");
        // Where files are replaced atomically, such a name is a person's own.
        assertThat(place.rawNames().contains("10h/MCDados.zip.novo")).isEqualTo(destination.replacesAtomically());
    }

    @Test
    void law8_whatIsNotThereIsMissing() {
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.open(SLOT));
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.alias(SLOT, NEWEST));
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.setAside(SLOT, NEWEST));
        assertThat(destination.remove(SLOT)).isFalse();
        put(SLOT, old);
        assertThat(destination.remove(SLOT)).isTrue();
        assertThat(destination.list()).isEmpty();
        assertThat(destination.remove(SLOT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../MCDados.zip", "/MCDados.zip", "09h/../../MCDados.zip", "C:/MCDados.zip", "con.zip",
            "09h/LPT1.zip", "nul/MCDados.zip", "09h./MCDados.zip", "09h /MCDados.zip", "a\\b.zip", "a:b.zip", "a*.zip",
            "MCDados.zip.novo", "", ".zip", "a/b/c/d/e.zip"})
    void law9_aNameThatLeadsOutOrThatFatCannotBearIsNoName(String name) {
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> new ArchiveName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MCDados.zip", "Farmácia São João/09h/MCDados.zip", "drogaria_1/09h/A (2)+b.zip",
            "console/common.zip", "09h/MC Dados.2.zip"})
    void law9_aNameOfEverydayLettersIsTaken(String name) {
        assumeTrue(place.takesAccents() || name.chars().allMatch(letter -> letter < 128),
                "the file system's driver here takes no accents");
        var archive = new ArchiveName(name);

        put(archive, old);

        assertThat(stored(archive)).isEqualTo(old.content());
        assertThat(destination.list()).extracting(StoredArchive::name).containsExactly(archive);
    }

    @Test
    void law9_aLinkInsideDoesNotLeadOut() {
        assumeTrue(place.linkLeadingOut("09h"), "no links at this place");

        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> put(SLOT, old));
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.open(SLOT));
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.remove(SLOT));
        put(NEWEST, old);
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.alias(NEWEST, SLOT));
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.setAside(NEWEST, SLOT));
        assertThat(destination.list()).extracting(StoredArchive::name).containsExactly(NEWEST);
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

    @Test
    void law12_anAliasKeepsItsBytesWhenTheOriginalIsReplaced() {
        put(SLOT, old);
        put(NEWEST, fresh);

        destination.alias(SLOT, NEWEST);
        destination.alias(SLOT, NEWEST);
        assertThat(stored(NEWEST)).isEqualTo(old.content());
        put(SLOT, fresh);

        assertThat(stored(NEWEST)).isEqualTo(old.content());
        assertThat(stored(SLOT)).isEqualTo(fresh.content());
        destination.remove(SLOT);
        assertThat(stored(NEWEST)).isEqualTo(old.content());
        assertThat(archivesAndLeftovers()).containsExactly(NEWEST.value());
    }

    @ParameterizedTest
    @EnumSource(names = "PLACE_.*", mode = EnumSource.Mode.MATCH_ANY)
    void law12_aDeathWhileAliasingLeavesTheWholeOldOrTheWholeNewArchive(Step step) {
        put(SLOT, fresh);
        put(NEWEST, old);

        untilDeath(() -> place.destination(SuddenDeath.at(step)).alias(SLOT, NEWEST));

        Destination next = place.destination(Checkpoint.NONE);
        assertThat(stored(next, NEWEST)).isIn(old.content(), fresh.content());
        assertThat(stored(next, SLOT)).isEqualTo(fresh.content());
        next.sweep();
        assertThat(archivesAndLeftovers()).containsExactly(SLOT.value(), NEWEST.value());
    }

    @Test
    void law13_setsAsideWholeAndNeverOverAnother() {
        var aside = new ArchiveName("suspeito/1.zip");
        put(SLOT, old);
        put(NEWEST, fresh);

        assertFault(FaultCode.OUTPUT_EXISTS, () -> destination.setAside(SLOT, NEWEST));
        assertThat(stored(NEWEST)).isEqualTo(fresh.content());
        destination.setAside(SLOT, aside);

        assertThat(stored(aside)).isEqualTo(old.content());
        assertThat(destination.list()).extracting(StoredArchive::name).containsExactly(NEWEST, aside);
    }

    @Test
    void takesSeveralNamesAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> puts = new ArrayList<>();
            for (int hour : IntStream.range(0, 8).toArray()) {
                puts.add(threads.submit(() -> put(slot(hour), MemoryArchive.of(SIZE + hour, hour))));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        }
        for (int hour = 0; hour < 8; hour++) {
            assertThat(stored(slot(hour))).isEqualTo(MemoryArchive.of(SIZE + hour, hour).content());
        }
    }

    private static void untilDeath(Runnable work) {
        try {
            work.run();
        } catch (SuddenDeath death) {
            // Whether this kind of place comes by that step is its own affair; what it leaves is ours.
        }
    }

    private static ArchiveName slot(int hour) {
        return new ArchiveName("0" + hour + "h/MCDados.zip");
    }

    /** What was put in the place, without what the place itself needs, such as a marker. */
    private List<String> archivesAndLeftovers() {
        return place.rawNames().stream().filter(name -> !name.endsWith(".txt")).toList();
    }

    private void assertOnlyOldStands() {
        assertThat(stored(SLOT)).isEqualTo(old.content());
        assertThat(archivesAndLeftovers()).containsExactly(SLOT.value());
    }

    private void put(ArchiveName name, ArchiveSource source) {
        put(destination, name, source);
    }

    private static void put(Destination destination, ArchiveName name, ArchiveSource source) {
        destination.put(name, source, bytes -> {}, Progress.NONE);
    }

    private byte[] stored(ArchiveName name) {
        return stored(destination, name);
    }

    protected static byte[] stored(Destination destination, ArchiveName name) {
        try (SeekableByteChannel bytes = destination.open(name)) {
            return MemoryArchive.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source of which only the length may be asked. */
    protected static ArchiveSource unreadable(long sizeBytes) {
        return new ArchiveSource() {
            @Override
            public long sizeBytes() {
                return sizeBytes;
            }

            @Override
            public Instant modifiedAt() {
                return MemoryArchive.TIME;
            }

            @Override
            public SeekableByteChannel open() {
                throw new AssertionError("opened although there is no room");
            }
        };
    }

    protected static void assertFault(FaultCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }
}

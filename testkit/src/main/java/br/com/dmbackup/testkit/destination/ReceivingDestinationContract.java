package br.com.dmbackup.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.core.destination.ReceivingDestination.Known;
import br.com.dmbackup.core.destination.ReceivingDestination.Received;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of {@link ReceivingDestination}, with the numbers that they have at
 * {@link br.com.dmbackup.core.destination.Destination}. Laws 2 and 4, of deaths at the place itself, are the receiver's own
 * to prove; 9 and 14 are those of names and faults, which are the same everywhere.
 */
public abstract class ReceivingDestinationContract {
    private static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");
    private static final ArchiveName OTHER = new ArchiveName("10h/MCDados.zip");
    private static final ArchiveName NEWEST = new ArchiveName("MCDados.zip");
    private static final int SAME = 3 << 20;

    @TempDir
    protected Path folder;

    @SuppressWarnings("NullAway.Init")
    private ReceiverUnderTest place;
    @SuppressWarnings("NullAway.Init")
    private ReceivingDestination destination;

    /** A new, empty receiver. */
    protected abstract ReceiverUnderTest newReceiver() throws Exception;

    @BeforeEach
    void open() throws Exception {
        place = newReceiver();
        destination = place.destination();
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        place.close();
    }

    private MadeArchiveFile made(int number) {
        return MadeArchiveFile.of(folder.resolve(number + ".zip"), SAME, 200_000, number);
    }

    private Received put(ArchiveName name, ArchiveSource source) {
        return destination.receive(name, source, Progress.NONE);
    }

    @Test
    void law1_givesTheSameDumpBlockForBlockAndTheSameManifest() {
        MadeArchiveFile archive = made(1);
        List<Long> progress = new ArrayList<>();

        Received received = destination.receive(SLOT, archive, (done, total) -> progress.add(done));

        assertThat(received).isEqualTo(new Received(SLOT, archive.backup(), archive.dumpDigest()));
        assertThat(progress).isSorted().last().isEqualTo(archive.sizeBytes());
        assertStands(SLOT, archive);
    }

    @Test
    void law1_whatTravelsIsWhatTheReceiverHasNot() {
        put(SLOT, made(1));
        long before = place.receivedBytes();

        put(OTHER, made(2));

        assertThat(place.receivedBytes() - before).isLessThan(900_000);
    }

    @Test
    void law3_aDamagedSourceIsNotTakenAndTheOldArchiveStays() {
        MadeArchiveFile old = made(1);
        put(SLOT, old);
        MadeArchiveFile fresh = made(2);
        ArchiveSource rotten = new AlteredSource(fresh, SAME + 50_000);

        assertFault(FaultCode.ARCHIVE_DAMAGED, () -> put(SLOT, rotten));

        assertStands(SLOT, old);
    }

    @Test
    void law5_knownLackOfRoomIsToldBeforeAByteOfTheArchiveIsRead() {
        long tooLarge = destination.space().orElseThrow().totalBytes() + 1;

        assertFault(FaultCode.DESTINATION_FULL, () -> put(SLOT, DestinationLaws.unreadable(tooLarge)));

        assertThat(destination.list()).isEmpty();
    }

    @Test
    void law6_whatArrivedBeforeTheLineBrokeNeedNotTravelAgain() {
        MadeArchiveFile archive = made(1);
        place.breakAfter(archive.sizeBytes() * 2 / 3);

        Received received = put(SLOT, archive);

        assertThat(received.dumpDigest()).isEqualTo(archive.dumpDigest());
        assertThat(place.receivedBytes()).isLessThan(archive.sizeBytes() * 3 / 2 + 1_000_000);
        assertStands(SLOT, archive);
    }

    @Test
    void law7_listsFinishedArchivesAndWhatIsInThem() {
        MadeArchiveFile first = made(1);
        MadeArchiveFile second = made(2);
        put(SLOT, first);
        put(OTHER, second);

        List<Known> known = destination.known();

        assertThat(known).extracting(Known::archive).isEqualTo(destination.list());
        assertThat(known).extracting(entry -> entry.archive().name()).contains(SLOT, OTHER, NEWEST);
        assertThat(known).filteredOn(entry -> entry.archive().name().equals(NEWEST))
                .extracting(Known::backup).containsExactly(Optional.of(second.backup()));
        assertThat(place.rawNames()).contains("09h/MCDados.zip", "10h/MCDados.zip", "MCDados.zip");
    }

    @Test
    void law8_whatIsNotThereIsMissing() {
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.open(SLOT));
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.alias(SLOT, NEWEST));
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.setAside(SLOT, OTHER));
        assertThat(destination.remove(SLOT)).isFalse();
    }

    @Test
    void law8And13_nothingThatIsThereGoesAtTheSendersWord() {
        MadeArchiveFile archive = made(1);
        put(SLOT, archive);

        assertFault(FaultCode.DESTINATION_ADD_ONLY, () -> destination.remove(SLOT));
        assertFault(FaultCode.DESTINATION_ADD_ONLY, () -> destination.setAside(SLOT, OTHER));
        assertThat(destination.sweep()).isZero();
        destination.alias(SLOT, NEWEST);

        assertStands(SLOT, archive);
    }

    @Test
    void law12_theNewestNameFollowsByItself() {
        MadeArchiveFile first = made(1);
        MadeArchiveFile second = made(2);
        put(SLOT, first);
        assertStands(NEWEST, first);
        put(OTHER, second);
        assertStands(NEWEST, second);
    }

    @Test
    void whatAPutReplacesIsKeptUnderAnotherName() {
        MadeArchiveFile old = made(1);
        put(SLOT, old);

        put(SLOT, made(2));

        ArchiveName kept = destination.known().stream()
                .filter(known -> known.backup().equals(Optional.of(old.backup()))).findFirst().orElseThrow().archive()
                .name();
        assertStands(kept, old);
    }

    @Test
    void law10_aPlaceThatIsAwayIsMissing() {
        MadeArchiveFile archive = made(1);
        put(SLOT, archive);
        place.takeAway();

        for (ThrowingCallable call : List.<ThrowingCallable>of(() -> put(OTHER, made(2)), destination::list,
                () -> destination.open(SLOT), () -> destination.remove(SLOT), destination::sweep, destination::space,
                destination::replacesAtomically)) {
            assertFault(FaultCode.DESTINATION_MISSING, call);
        }

        place.bringBack();
        assertStands(SLOT, archive);
    }

    @Test
    void law11_anInterruptionBeforeTheCopyCancels() {
        Thread.currentThread().interrupt();

        assertFault(FaultCode.CANCELLED, () -> put(SLOT, made(1)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(destination.list()).isEmpty();
    }

    @Test
    void law11_anInterruptionDuringTheCopyCancels() {
        MadeArchiveFile archive = made(1);
        Thread caller = Thread.currentThread();

        assertFault(FaultCode.CANCELLED,
                () -> destination.receive(SLOT, archive, (done, total) -> caller.interrupt()));

        assertThat(Thread.interrupted()).isTrue();
        put(SLOT, archive);
        assertStands(SLOT, archive);
    }

    @Test
    void aRepeatedPutIsAnsweredAgain() {
        MadeArchiveFile archive = made(1);
        Received first = put(SLOT, archive);

        assertThat(put(SLOT, archive)).isEqualTo(first);
        assertThat(destination.list()).hasSize(2);
    }

    private void assertStands(ArchiveName name, MadeArchiveFile archive) {
        try (ArchiveReader reader = ArchiveReader.open(destination.open(name), name.value())) {
            Manifest manifest = reader.manifest().orElseThrow();
            BackupId backup = manifest.backup();
            assertThat(backup).isEqualTo(archive.backup());
            assertThat(manifest.dumpDigest()).isEqualTo(archive.dumpDigest());
            assertThat(reader.check(CheckDepth.FULL, Progress.NONE).damages()).isEmpty();
        }
    }

    private static void assertFault(FaultCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }

    /** One byte of the dump is another one. */
    private record AlteredSource(MadeArchiveFile whole, int offset) implements ArchiveSource {
        @Override
        public long sizeBytes() {
            return whole.sizeBytes();
        }

        @Override
        public Instant modifiedAt() {
            return whole.modifiedAt();
        }

        @Override
        public SeekableByteChannel open() {
            try (SeekableByteChannel bytes = whole.open()) {
                byte[] content = MemoryArchive.read(bytes);
                content[offset] ^= 1;
                return new BytesChannel(content);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}

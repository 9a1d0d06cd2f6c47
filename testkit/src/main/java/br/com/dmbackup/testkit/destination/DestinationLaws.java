package br.com.dmbackup.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A place under test, and what all the laws ask of it. */
abstract class DestinationLaws {
    protected static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");
    protected static final ArchiveName NEWEST = new ArchiveName("MCDados.zip");
    static final int SIZE = 300_000;

    final MemoryArchive old = MemoryArchive.of(SIZE, 1);
    final MemoryArchive fresh = MemoryArchive.of(SIZE + 4321, 2);

    @SuppressWarnings("NullAway.Init")
    PlaceUnderTest place;
    @SuppressWarnings("NullAway.Init")
    Destination destination;

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

    static void untilDeath(Runnable work) {
        try {
            work.run();
        } catch (SuddenDeath death) {
            // Whether this kind of place comes by that step is its own affair; what it leaves is ours.
        }
    }

    static ArchiveName slot(int hour) {
        return new ArchiveName("0" + hour + "h/MCDados.zip");
    }

    /** What was put in the place, without what the place itself needs, such as a marker. */
    List<String> archivesAndLeftovers() {
        return place.rawNames().stream().filter(name -> !name.endsWith(".txt")).toList();
    }

    void assertOnlyOldStands() {
        assertThat(stored(SLOT)).isEqualTo(old.content());
        assertThat(archivesAndLeftovers()).containsExactly(SLOT.value());
    }

    void put(ArchiveName name, ArchiveSource source) {
        put(destination, name, source);
    }

    static void put(Destination destination, ArchiveName name, ArchiveSource source) {
        destination.put(name, source, bytes -> {}, Progress.NONE);
    }

    byte[] stored(ArchiveName name) {
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

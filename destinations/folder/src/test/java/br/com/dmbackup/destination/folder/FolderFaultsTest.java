package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.destination.MemoryArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What really happens to disks: full, write-protected, unplugged in the middle. */
class FolderFaultsTest {
    private static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");
    private static final int MEGABYTE = 1 << 20;

    private final MemoryArchive old = MemoryArchive.of(MEGABYTE, 1);
    private final MemoryArchive fresh = MemoryArchive.of(3 * MEGABYTE, 2);

    @TempDir
    Path base;

    @Test
    void aDiskThatAnotherProgramFillsMeanwhileIsFullAndIsClearedUp() throws Exception {
        try (Mount disk = Mount.tmpfs(base.resolve("disk"), 6)) {
            fillsUpMeanwhile(disk);
        }
    }

    @Test
    void aPenDriveThatAnotherProgramFillsMeanwhileIsFullAndIsClearedUp() throws Exception {
        try (Mount drive = Mount.fat(base.resolve("disk"), base.resolve("pendrive.img"), 6)) {
            fillsUpMeanwhile(drive);
        }
    }

    private void fillsUpMeanwhile(Mount disk) throws IOException {
        Destination destination = at(disk.point(), Marker.NOT_NEEDED);
        destination.put(SLOT, old, old.check(), Progress.NONE);
        var filled = new AtomicBoolean();

        assertFault(FaultCode.DESTINATION_FULL, () -> destination.put(SLOT, fresh, fresh.check(), (done, total) -> {
            if (!filled.getAndSet(true)) {
                fill(disk.point().resolve("filler"));
            }
        }));

        assertThat(files(disk.point())).containsExactly("09h/MCDados.zip", "filler");
        assertThat(destination.open(SLOT)).satisfies(bytes -> old.check().check(bytes)).satisfies(bytes -> {
            bytes.close();
        });
        Files.delete(disk.point().resolve("filler"));
        destination.put(SLOT, fresh, fresh.check(), Progress.NONE);
    }

    @Test
    void anArchiveOfFourGigabytesIsRefusedByAPenDriveBeforeItStarts() throws Exception {
        try (Mount drive = Mount.fat(base.resolve("disk"), base.resolve("pendrive.img"), 6)) {
            var large = new MemoryArchive(new byte[0], 4L << 30, MemoryArchive.TIME);
            var destination = new FolderDestination("pendrive", drive.point(), Checkpoint.NONE);

            assertFault(FaultCode.DESTINATION_FILE_TOO_LARGE,
                    () -> destination.put(SLOT, large, large.check(), Progress.NONE));
            assertFault(FaultCode.DESTINATION_FILE_TOO_LARGE, () -> destination.stage(SLOT, 4L << 30));
            assertFault(FaultCode.DESTINATION_FULL, () -> destination.stage(SLOT, (4L << 30) - 1));

            assertThat(files(drive.point())).isEmpty();
        }
    }

    @Test
    void aWriteProtectedDiskIsToldAsSuchAndCanBeRead() throws Exception {
        try (Mount disk = Mount.tmpfs(base.resolve("disk"), 6)) {
            Destination destination = at(disk.point(), Marker.NOT_NEEDED);
            destination.put(SLOT, old, old.check(), Progress.NONE);
            disk.makeReadOnly();

            assertFault(FaultCode.DESTINATION_READ_ONLY,
                    () -> destination.put(SLOT, fresh, fresh.check(), Progress.NONE));
            assertFault(FaultCode.DESTINATION_READ_ONLY,
                    () -> destination.put(new ArchiveName("10h/MCDados.zip"), fresh, fresh.check(), Progress.NONE));
            assertFault(FaultCode.DESTINATION_READ_ONLY, () -> destination.remove(SLOT));
            assertFault(FaultCode.DESTINATION_READ_ONLY,
                    () -> destination.alias(SLOT, new ArchiveName("MCDados.zip")));

            assertThat(destination.list()).hasSize(1);
            try (var bytes = destination.open(SLOT)) {
                old.check().check(bytes);
            }
        }
    }

    @Test
    void aPenDrivePulledOutDuringTheCopyIsLostAndNothingLandsInTheEmptyFolder() throws Exception {
        Path image = base.resolve("pendrive.img");
        Path point = base.resolve("disk");
        Destination destination;
        try (Mount drive = Mount.fat(point, image, 40)) {
            destination = at(point, Marker.REQUIRED);
            ((FolderDestination) destination).mark();
            destination.put(SLOT, old, old.check(), Progress.NONE);

            assertFault(FaultCode.DESTINATION_LOST,
                    () -> destination.put(SLOT, fresh, fresh.check(), (done, total) -> drive.unmount()));
        }
        assertThat(files(point)).isEmpty();
        assertFault(FaultCode.DESTINATION_MISSING, destination::list);

        try (Mount again = Mount.fat(point, image, 40)) {
            try (var bytes = destination.open(SLOT)) {
                old.check().check(bytes);
            }
            destination.sweep();
            assertThat(files(again.point())).containsExactly("09h/MCDados.zip", Marker.FILE_NAME);
            destination.put(SLOT, fresh, fresh.check(), Progress.NONE);
        }
    }

    @Test
    void aShareThatGoesAwayDuringTheCopyIsLostEvenWithoutAMarker() throws Exception {
        Path point = base.resolve("disk");
        try (Mount share = Mount.tmpfs(point, 8)) {
            Destination destination = at(point, Marker.NOT_NEEDED);

            assertFault(FaultCode.DESTINATION_LOST,
                    () -> destination.put(SLOT, fresh, fresh.check(), (done, total) -> share.unmount()));

            assertThat(files(point)).isEmpty();
        }
    }

    private static Destination at(Path root, Marker marker) {
        return new FolderDestination("terminal", root, marker, Checkpoint.NONE);
    }

    /** Writes until nothing more goes in. */
    private static void fill(Path file) {
        for (int size = MEGABYTE; size >= 512; size /= 2) {
            try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(new byte[size]);
                }
            } catch (IOException full) {
                // With a smaller piece again.
            }
        }
    }

    private static Stream<String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertFault(FaultCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code));
    }
}

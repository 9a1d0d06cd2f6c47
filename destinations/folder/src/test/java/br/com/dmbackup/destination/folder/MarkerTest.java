package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.destination.MemoryArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkerTest {
    private static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");

    @TempDir
    Path mountPoint;

    @Test
    void anEmptyMountPointIsAPlaceThatIsAway() throws Exception {
        var destination = marked();
        var archive = MemoryArchive.of(100, 1);

        assertMissing(() -> destination.put(SLOT, archive, archive.check(), Progress.NONE));
        assertMissing(() -> destination.stage(SLOT, 100));
        assertMissing(destination::list);

        try (var files = Files.list(mountPoint)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aMarkedFolderIsThePlace() throws Exception {
        var destination = marked();
        var archive = MemoryArchive.of(100, 1);

        destination.mark();
        destination.mark();
        destination.put(SLOT, archive, archive.check(), Progress.NONE);

        assertThat(destination.list()).hasSize(1);
        assertThat(mountPoint.resolve("dmbackup-destino.txt")).content().contains("destino de backup", "Não apague");
    }

    @Test
    void theMarkerGoneMeansThePlaceIsGone() throws Exception {
        var destination = marked();
        destination.mark();

        Files.delete(mountPoint.resolve("dmbackup-destino.txt"));

        assertMissing(destination::list);
    }

    @Test
    void markingNeverMakesTheFolder() {
        Path away = mountPoint.resolve("away");

        assertMissing(new FolderDestination("terminal", away, Marker.REQUIRED, Checkpoint.NONE)::mark);

        assertThat(away).doesNotExist();
    }

    private FolderDestination marked() {
        return new FolderDestination("terminal", mountPoint, Marker.REQUIRED, Checkpoint.NONE);
    }

    private static void assertMissing(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.DESTINATION_MISSING));
    }
}

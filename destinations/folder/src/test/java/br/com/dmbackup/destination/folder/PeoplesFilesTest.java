package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.testkit.destination.MemoryArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files are replaced atomically, we never make a {@code .velho} or {@code .novo}: those there are people's own. */
class PeoplesFilesTest {
    private static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");

    private final MemoryArchive archive = MemoryArchive.of(1000, 1);
    private List<Path> theirs = List.of();

    @TempDir
    Path root;

    @BeforeEach
    void somebodyKeepsOldCopiesHere() throws IOException {
        Files.createDirectories(root.resolve("09h"));
        theirs = List.of(root.resolve("09h/MCDados.zip.velho"), root.resolve("09h/MCDados.zip.novo"),
                root.resolve("Fotos.zip.velho"));
        for (Path file : theirs) {
            Files.writeString(file, "de " + file.getFileName());
        }
    }

    @Test
    void theSweepLeavesThemAlone() {
        destination().put(SLOT, archive, archive.check(), Progress.NONE);
        assertThat(destination().sweep()).isZero();
        assertTheirsAreThere();
    }

    @Test
    void theyAreNoArchives() {
        assertThat(destination().list()).isEmpty();
        assertThatThrownBy(() -> destination().open(SLOT)).isInstanceOf(BackupFault.class);
        destination().put(SLOT, archive, archive.check(), Progress.NONE);
        assertThat(destination().list()).extracting(StoredArchive::name).containsExactly(SLOT);
    }

    @Test
    void neitherAFailedPutNorARemovalTouchesThem() {
        MemoryArchive other = MemoryArchive.of(1000, 2);
        assertThatThrownBy(() -> destination().put(SLOT, archive, other.check(), Progress.NONE))
                .isInstanceOf(BackupFault.class);
        assertTheirsAreThere();
        destination().put(SLOT, archive, archive.check(), Progress.NONE);
        destination().setAside(SLOT, new ArchiveName("adotado/MCDados.zip"));
        assertThat(destination().remove(SLOT)).isFalse();
        assertTheirsAreThere();
    }

    private void assertTheirsAreThere() {
        assertThat(theirs).allSatisfy(file -> assertThat(file).hasContent("de " + file.getFileName()));
    }

    private FolderDestination destination() {
        return new FolderDestination("local", root, Marker.NOT_NEEDED, Checkpoint.NONE,
                type -> new Nature(true, Long.MAX_VALUE));
    }
}

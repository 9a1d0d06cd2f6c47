package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.com.dmbackup.journeys.RealProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that a person takes along by typing counts for the window's alert as one by the button does. */
class CommandCopyTest {
    private static final Path OTHER_DISK = Path.of("/dev/shm");

    @TempDir
    Path root;

    @Test
    void oneOnAnotherDiskCountsAndOneOnTheSameDoesNot() throws Exception {
        assumeTrue(Files.isDirectory(OTHER_DISK)
                && !Files.getFileStore(OTHER_DISK).equals(Files.getFileStore(root)), "there is another disk");
        Path pen = Files.createTempDirectory(OTHER_DISK, "pen");
        try (StoreWithAgent store = StoreWithAgent.localOnlyIn(root).start()) {
            Path beside = Files.createDirectories(root.resolve("gaveta"));
            copy(store, beside);
            assertThat(store.agent().picture().externalCopyAt()).isEmpty();
            copy(store, pen);
            assertThat(store.agent().picture().externalCopyAt()).isPresent();
        } finally {
            Files.deleteIfExists(pen.resolve("MCDados.zip"));
            Files.deleteIfExists(pen);
        }
    }

    private static void copy(StoreWithAgent store, Path folder) throws Exception {
        RealProgram.Ended copied = store.command("backup", "--manual", folder.toString());
        assertThat(copied.code()).as(copied.text()).isZero();
        assertThat(folder.resolve("MCDados.zip")).exists();
    }
}

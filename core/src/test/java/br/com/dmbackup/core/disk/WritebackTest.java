package br.com.dmbackup.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class WritebackTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNothingOfTheFileForOthersCommitsToBring() throws IOException {
        assumeTrue(Files.getFileStore(folder).type().equals("ext4"), "tells of what is dirty: ext4 alone was tried");
        Path file = Files.write(folder.resolve("Produção da loja.bak"), new byte[16 << 20]);
        assertThat(bytesToBring()).isGreaterThan(8 << 20);
        try (Writeback writeback = Writeback.of(file).orElseThrow()) {
            assertThat(writeback.send()).isTrue();
        }
        assertThat(bytesToBring()).isLessThan(8 << 20);
    }

    @Test
    void isNotToBeHadForAFileThatIsNotThere() {
        assertThat(Writeback.of(folder.resolve("nothing")).isEmpty()).isTrue();
    }

    @Test
    void tellsWhereItCannotBeDone() {
        Optional<Writeback> pipe = Writeback.of(Path.of("/dev/null"));
        pipe.ifPresent(writeback -> {
            assertThat(writeback.send()).isFalse();
            writeback.close();
        });
    }

    /** What the whole machine has written and not brought to its drives. */
    private static long bytesToBring() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream().filter(line -> line.startsWith("Dirty:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10).sum();
    }
}

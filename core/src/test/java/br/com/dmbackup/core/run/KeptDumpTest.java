package br.com.dmbackup.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDumpTest {
    private static final Path MEMORY = Path.of("/dev/shm");
    @TempDir
    private Path backups;
    private Path kept;
    private Path elsewhere;

    @BeforeEach
    void findAnotherFileSystem() throws IOException {
        boolean other = Files.isWritable(MEMORY)
                && !Files.getFileStore(MEMORY).equals(Files.getFileStore(backups));
        if (!other && "true".equals(System.getenv("CI"))) {
            Assertions.fail("no second file system in /dev/shm");
        }
        Assumptions.assumeTrue(other, "no second file system in /dev/shm");
        elsewhere = Files.createTempDirectory(MEMORY, "kept-dump");
        kept = Files.writeString(backups.resolve("MCDados.bak"), "the one before");
    }

    @AfterEach
    void clear() throws IOException {
        if (elsewhere != null) {
            try (var files = Files.list(elsewhere)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(elsewhere);
        }
    }

    @Test
    void movesADumpOnTheSameFileSystem() throws IOException {
        Path dump = Files.writeString(backups.resolve("staged.bak"), "dump");
        new KeptDump(kept).take(dump);
        assertThat(kept).hasContent("dump");
        assertThat(dump).doesNotExist();
    }

    @Test
    void copiesADumpFromAnotherFileSystemWhole() throws IOException {
        byte[] bytes = new byte[3_000_001];
        Arrays.fill(bytes, (byte) 7);
        Path dump = Files.write(elsewhere.resolve("staged.bak"), bytes);
        Files.writeString(backups.resolve("MCDados.bak.novo"), "left by a process that died");
        new KeptDump(kept).take(dump);
        assertThat(kept).hasBinaryContent(bytes);
        assertThat(backups).isDirectoryNotContaining(file -> file.toString().endsWith(".novo"));
    }

    @Test
    void keepsTheOldOneWhereTheCopyFails() throws IOException {
        Path dump = Files.createDirectory(elsewhere.resolve("no file at all"));
        assertThatThrownBy(() -> new KeptDump(kept).take(dump)).isInstanceOf(BackupFault.class);
        assertThat(kept).hasContent("the one before");
        assertThat(backups).isDirectoryNotContaining(file -> file.toString().endsWith(".novo"));
    }
}

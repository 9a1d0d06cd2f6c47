package br.com.dmbackup.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GentleDeletionTest {
    private static final long BYTES = 3 * GentleDeletion.STEP_BYTES + 17;
    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).as("the system tells of second names")
                .contains("unix");
        file = folder.resolve("big.bak");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(BYTES);
        }
    }

    @Test
    void emptiesAFileOfOneNameBeforeItGoes() throws IOException {
        try (FileChannel open = FileChannel.open(file)) {
            assertThat(GentleDeletion.deleteIfExists(file)).isTrue();
            assertThat(file).doesNotExist();
            assertThat(open.size()).isLessThanOrEqualTo(GentleDeletion.STEP_BYTES);
        }
    }

    @Test
    void neverShortensAFileThatHasASecondName() throws IOException {
        Path second = Files.createLink(folder.resolve("somebody's.bak"), file);
        assertThat(GentleDeletion.deleteIfExists(file)).isTrue();
        assertThat(file).doesNotExist();
        assertThat(second).hasSize(BYTES);
    }

    @Test
    void removesALinkAndNotWhatItLeadsTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.bak"), file);
        assertThat(GentleDeletion.deleteIfExists(link)).isTrue();
        assertThat(link).doesNotExist();
        assertThat(file).hasSize(BYTES);
    }

    @Test
    void deletesInOnePieceWhenItIsInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertThat(GentleDeletion.deleteIfExists(file)).isTrue();
            assertThat(file).doesNotExist();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void emptiesAFileThatNobodyReads() throws IOException {
        assumeThat(SystemCalls.HERE.isPresent()).as("the system tells whether a file is open").isTrue();
        assertThat(Readers.noneOf(file)).isTrue();
        assertThat(GentleDeletion.deleteUnlessRead(file)).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesWhatOthersReadWholeForThem() throws IOException {
        Path other = Files.createLink(folder.resolve("the name by which it was opened"), file);
        try (FileChannel open = FileChannel.open(other)) {
            Files.delete(other);
            assertThat(Readers.noneOf(file)).isFalse();
            assertThat(GentleDeletion.deleteUnlessRead(file)).isTrue();
            assertThat(file).doesNotExist();
            assertThat(open.size()).isEqualTo(BYTES);
        }
    }

    @Test
    void findsReadersInOtherProcesses() throws Exception {
        assumeThat(SystemCalls.HERE.isPresent()).as("the system tells whether a file is open").isTrue();
        Process reader = new ProcessBuilder("sh", "-c", "read line").redirectError(file.toFile()).start();
        try {
            assertThat(Readers.noneOf(file)).isFalse();
        } finally {
            reader.destroyForcibly().waitFor();
        }
        assertThat(Readers.noneOf(file)).isTrue();
    }

    @Test
    void saysWhenThereIsNothing() throws IOException {
        assertThat(GentleDeletion.deleteIfExists(folder.resolve("none.bak"))).isFalse();
    }
}

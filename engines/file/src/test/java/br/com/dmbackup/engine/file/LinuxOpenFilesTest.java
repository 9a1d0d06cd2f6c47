package br.com.dmbackup.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With another process that holds the file. */
class LinuxOpenFilesTest {
    @TempDir
    Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void leaveADump() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(LinuxOpenFiles.PROCESSES), "only Linux has /proc");
        file = Files.writeString(folder.resolve("cópia nº 1.bak"), "dados");
    }

    @Test
    void aWriterIsSeenUntilItCloses() throws IOException {
        LinuxOpenFiles open = new LinuxOpenFiles();
        assertThat(open.forWriting(file)).isFalse();
        try (Holder holder = new Holder("exec 3>>\"$1\"")) {
            assertThat(open.forWriting(file)).isTrue();
            assertThat(open.atAll(file)).isTrue();
            assertThat(holder.isAlive()).isTrue();
        }
        assertThat(open.forWriting(file)).isFalse();
        assertThat(open.atAll(file)).isFalse();
    }

    @Test
    void aReaderIsNoWriter() throws IOException {
        LinuxOpenFiles open = new LinuxOpenFiles();
        try (Holder holder = new Holder("exec 3<\"$1\"")) {
            assertThat(open.forWriting(file)).isFalse();
            assertThat(open.atAll(file)).isTrue();
            assertThat(holder.isAlive()).isTrue();
        }
    }

    @Test
    void aWriterIsSeenThroughALinkToo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("atual.bak"), file);
        try (Holder holder = new Holder("exec 3<>\"$1\"")) {
            assertThat(new LinuxOpenFiles().forWriting(link)).isTrue();
            assertThat(holder.isAlive()).isTrue();
        }
    }

    @Test
    void aMissingFileIsOpenNowhere() {
        assertThat(new LinuxOpenFiles().atAll(folder.resolve("nada"))).isFalse();
    }

    /** A shell that opens the file, says so and waits for its input to end. */
    private final class Holder implements AutoCloseable {
        private final Process process;

        Holder(String opens) throws IOException {
            process = new ProcessBuilder("sh", "-c", opens + "; echo; read end", "sh", file.toString()).start();
            assertThat(process.getInputStream().read()).isEqualTo('\n');
        }

        boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }
}

package br.com.dmbackup.engine.sqlserver.mtf;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.testkit.mtf.MtfWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Pipe;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LongBackupTest {
    private static final int EXTENTS = 20_000;

    /** More than the memory of the tests' machine: 512 MB. */
    @Test
    @Tag("slow")
    void readsMoreThanAGigabyteThatIsNeverInMemory() throws IOException, InterruptedException {
        Pipe pipe = Pipe.open();
        Thread server = Thread.ofPlatform().start(() -> write(pipe));
        MtfContents contents;
        try (Pipe.SourceChannel source = pipe.source()) {
            contents = new MtfReader(source, -1, Progress.NONE).read();
        }
        server.join();
        assertThat(contents.damages()).isEmpty();
        assertThat(contents.doubts()).isEmpty();
        assertThat(contents.bytes()).isGreaterThan(1L << 30);
        assertThat(contents.pages().checked()).isEqualTo(6L * EXTENTS);
    }

    private static void write(Pipe pipe) {
        byte[] extent = SyntheticBackup.extent(0);
        try (MtfWriter writer = new MtfWriter(pipe.sink(), SyntheticBackup.set())) {
            writer.begin().data(EXTENTS);
            for (int i = 0; i < EXTENTS; i++) {
                writer.extent(extent);
            }
            writer.endData().log(new byte[100]).finish(SyntheticBackup.FINISHED.toLocalDateTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package br.com.dmbackup.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.protocol.api.SentFile;
import br.com.dmbackup.testkit.disk.SmallDisk;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSpoolTest {
    @TempDir
    Path root;

    private final SettableClock clock = SettableClock.at("2026-11-23T09:30", ZoneId.of("UTC"));
    private Path folder;
    private FileSpool spool;

    @BeforeEach
    void make() {
        folder = root.resolve("spool");
        spool = new FileSpool(folder, clock);
    }

    @Test
    void throwsAwayWhatNobodyTouchedForTwoHoursButNotWhatIsUsed() throws IOException {
        SentFile sent = whole("a.zip");
        clock.advance(Duration.ofMinutes(119));
        spool.sweep();
        assertThat(folder).isNotEmptyDirectory();
        boolean there = spool.use(sent.id(), (file, name) -> {
            clock.advance(Duration.ofHours(3));
            spool.sweep();
            return Files.exists(file);
        });
        assertThat(there).isTrue();
        clock.advance(Duration.ofHours(3));
        spool.sweep();
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> spool.use(sent.id(), (file, name) -> name)).hasMessageContaining("SENT_FILE_UNKNOWN");
    }

    @Test
    void throwsAwayWhatAnEarlierLifeLeft() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("file-x.zip"), "resto");
        spool.sweep();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void lendsNoFileThatIsNotWhole() throws IOException {
        SentFile sent = spool.announce("a.zip", 10);
        SentFile half = spool.receive(sent.id(), 0, 4, new ByteArrayInputStream(new byte[4]));
        assertThatThrownBy(() -> spool.use(half.id(), (file, name) -> name)).hasMessageContaining("SENT_FILE_UNKNOWN");
    }

    @Test
    void takesAPieceThatBrokeOffForNotSent() throws IOException {
        SentFile sent = spool.announce("a.zip", 10);
        assertThatThrownBy(() -> spool.receive(sent.id(), 0, 10, new ByteArrayInputStream(new byte[3])))
                .isInstanceOf(IOException.class);
        assertThat(spool.receive(sent.id(), 0, 10, new ByteArrayInputStream(new byte[10])).whole()).isTrue();
    }

    @Test
    void leavesTheTillRoomOnTheDisk() throws IOException {
        try (SmallDisk small = SmallDisk.on(root.resolve("disk"), 80 << 10)) {
            FileSpool there = new FileSpool(small.folder().resolve("spool"), clock);
            assertThatThrownBy(() -> there.announce("a.zip", 20 << 20)).hasMessageContaining("OUTPUT_FULL");
            assertThat(there.announce("a.zip", 10 << 20).whole()).isFalse();
        }
    }

    @Test
    void neverNamesAFileAsAPersonDid() throws IOException {
        SentFile sent = whole("../../etc/passwd\u202e.zip");
        String told = spool.use(sent.id(), (file, name) -> folder.equals(file.getParent()) ? name : "elsewhere");
        assertThat(told).isEqualTo(".._.._etc_passwd_.zip");
    }

    private SentFile whole(String name) throws IOException {
        SentFile sent = spool.announce(name, 10);
        return spool.receive(sent.id(), 0, 10, new ByteArrayInputStream(new byte[10]));
    }
}

package br.com.dmbackup.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalCopiesTest {
    private static final String BACKUP = "01a207da-740a-7e43-84ee-e8ec38e52b89";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-23T09:30", ZoneId.of("UTC"));

    @Test
    void remembersTheLastOne() {
        ExternalCopies copies = new ExternalCopies(folder.resolve("external-copy"), clock);
        assertThat(copies.last()).isEmpty();
        copies.note(BACKUP);
        clock.advance(Duration.ofDays(3));
        copies.note(BACKUP);
        assertThat(copies.last()).hasValue(Instant.parse("2026-11-26T09:30:00Z"));
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        Path file = folder.resolve("external-copy");
        ExternalCopies copies = new ExternalCopies(file, clock);
        for (String text : new String[]{"", "ontem x", "2026-13-45T00:00:00Z x", "x".repeat(1000)}) {
            Files.writeString(file, text);
            assertThat(copies.last()).as(text).isEmpty();
        }
    }
}

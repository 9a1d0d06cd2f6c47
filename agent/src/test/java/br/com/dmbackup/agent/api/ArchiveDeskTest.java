package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.client.ArchiveStream;
import java.io.EOFException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveDeskTest {
    @TempDir
    Path folder;

    @Test
    void bringsTheWholeArchiveUnderItsName() throws Exception {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            byte[] bytes = new byte[3_000_000];
            new Random(7).nextBytes(bytes);
            Files.write(api.archive, bytes);
            try (ArchiveStream stream = api.client().archive("newest")) {
                assertThat(stream.name()).isEqualTo("MCDados.zip");
                assertThat(stream.sizeBytes()).isEqualTo(bytes.length);
                assertThat(stream.modifiedAt()).isEqualTo(FakeDesk.MOMENT);
                assertThat(stream.body().readAllBytes()).isEqualTo(bytes);
            }
            // The answer is whole a moment before the agent has put the archive away.
            await().untilAsserted(() -> assertThat(api.desk.asked).containsExactly("archive:", "closed"));
        }
    }

    /** Half an archive is never taken for a whole one. */
    @Test
    void breaksOffWhereTheArchiveEndsEarly() throws Exception {
        try (ApiUnderTest api = new ApiUnderTest(folder);
                RandomAccessFile archive = new RandomAccessFile(api.archive.toFile(), "rw")) {
            archive.setLength(200_000_000);
            try (ArchiveStream stream = api.client().archive("09h")) {
                assertThat(stream.body().readNBytes(1000)).hasSize(1000);
                archive.setLength(1_000_000);
                assertThatThrownBy(() -> stream.body().readAllBytes()).isInstanceOfAny(EOFException.class,
                        java.net.SocketException.class);
            }
        }
    }

    @Test
    void letsAFewAtATime() throws Exception {
        try (ApiUnderTest api = new ApiUnderTest(folder);
                RandomAccessFile archive = new RandomAccessFile(api.archive.toFile(), "rw")) {
            archive.setLength(100_000_000);
            List<ArchiveStream> open = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                open.add(api.client().archive("newest"));
            }
            assertThatThrownBy(() -> api.client().archive("newest")).hasMessageContaining("API_TOO_MANY");
            open.forEach(ArchiveStream::close);
        }
    }
}

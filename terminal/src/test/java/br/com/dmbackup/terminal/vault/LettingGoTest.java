package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettingGoTest {
    /** Longer than one of the steps in which files are shortened. */
    private static final int DUMP_BYTES = 1_060_000;

    private TestMachine machine;
    private final byte[] noise = new TillServer(3).noise(DUMP_BYTES);

    @BeforeEach
    void open() throws IOException {
        machine = new TestMachine(TestMachine.memoryFolder());
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
        TestMachine.delete(machine.folder);
    }

    @Test
    void whoeverCopiesAnArchiveThatMayGoReadsItToItsEnd() throws IOException {
        hours(25);
        List<FoundArchive> kept = FoundArchive.counting(machine.root()).stream()
                .filter(archive -> archive.file().startsWith(machine.root().resolve("guardado"))).toList();
        // The first of its day has its copy; what came next is free when two days are over.
        hours(1);
        FoundArchive second = FoundArchive.counting(machine.root()).stream()
                .filter(archive -> archive.file().startsWith(machine.root().resolve("guardado")))
                .filter(archive -> !kept.contains(archive)).findFirst().orElseThrow();
        byte[] whole = Files.readAllBytes(second.file());

        try (FileChannel copied = FileChannel.open(second.file())) {
            machine.run(Duration.ofHours(50));

            assertThat(second.file()).doesNotExist();
            byte[] read = Channels.newInputStream(copied).readAllBytes();
            assertThat(Arrays.equals(read, whole)).as("%d of %d bytes", read.length, whole.length).isTrue();
        }
        assertThat(machine.root().resolve("recebendo")).isEmptyDirectory();
    }

    private void hours(int count) {
        for (int hour = 0; hour < count; hour++) {
            machine.run(Duration.ofHours(1));
            noise[hour * 4096]++;
            TillServer.committed(machine.store(),
                    Backup.of(machine.wall, noise.clone(), new TreeMap<>(Map.of("venda", 5000L))));
        }
    }
}

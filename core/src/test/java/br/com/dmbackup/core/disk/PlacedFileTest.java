package br.com.dmbackup.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacedFileTest {
    private static final int LENGTH = 3_000_001;

    @TempDir
    private Path folder;

    /** The build's own disk, and one in memory, which knows no way past the memory. */
    private static Stream<Path> disks() {
        return Stream.of(Path.of(""), Path.of("/dev/shm"));
    }

    @ParameterizedTest
    @MethodSource("disks")
    void bringsEveryByteToItsPlaceHoweverTheyAreCut(Path disk) throws IOException {
        Path file = disk.toString().isEmpty() ? folder.resolve("dump") : disk.resolve("dmbackup-" + System.nanoTime());
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var expected = new byte[LENGTH];
        random.nextBytes(expected);
        try (Arena memory = Arena.ofConfined(); PlacedFile placed = PlacedFile.create(file, LENGTH)) {
            ByteBuffer buffer = memory.allocate(1 << 20, PlacedFile.ALIGNMENT).asByteBuffer();
            for (int place = 0; place < LENGTH;) {
                int pages = PlacedFile.ALIGNMENT * (1 + random.nextInt(200));
                int length = Math.min(random.nextInt(4) == 0 ? 1 + random.nextInt(9_000) : pages, LENGTH - place);
                buffer.clear().put(expected, place, length).flip();
                placed.write(buffer, place);
                assertThat(buffer.hasRemaining()).isFalse();
                place += length;
                place += place % PlacedFile.ALIGNMENT == 0 || random.nextBoolean()
                        ? 0
                        : fillUp(placed, expected, place);
            }
            placed.finish();
            assertThat(Files.readAllBytes(file)).as("seed %d", seed).isEqualTo(expected);
        } finally {
            Files.delete(file);
        }
    }

    /** To the next page's begin, so that aligned pieces follow again. */
    private static int fillUp(PlacedFile placed, byte[] expected, int place) throws IOException {
        int length = Math.min(PlacedFile.ALIGNMENT - place % PlacedFile.ALIGNMENT, LENGTH - place);
        placed.write(ByteBuffer.wrap(expected, place, length), place);
        return length;
    }

    @Test
    void isNeverWrittenOverAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("dump"), "mine");
        assertThatThrownBy(() -> PlacedFile.create(file, 10)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void hasItsLengthFromTheBegin() throws IOException {
        Path file = folder.resolve("dump");
        try (PlacedFile placed = PlacedFile.create(file, LENGTH)) {
            assertThat(file).hasSize(LENGTH);
            placed.finish();
        }
    }
}

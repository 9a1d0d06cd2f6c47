package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private static final int MINIMUM = 32 << 10;
    private static final int MAXIMUM = 512 << 10;

    @TempDir
    Path folder;

    static Stream<Arguments> dumps() {
        return Stream.of(Arguments.of("empty", new byte[0]), Arguments.of("one byte", new byte[]{7}),
                Arguments.of("just under the shortest block", SampleDumps.random(1, MINIMUM - 1)),
                Arguments.of("the shortest block", SampleDumps.random(2, MINIMUM)),
                Arguments.of("just over the shortest block", SampleDumps.random(3, MINIMUM + 1)),
                Arguments.of("just under the longest block", new byte[MAXIMUM - 1]),
                Arguments.of("the longest block", new byte[MAXIMUM]),
                Arguments.of("just over the longest block", new byte[MAXIMUM + 1]),
                Arguments.of("sales", SampleDumps.sales(4, 5_000_000)),
                Arguments.of("incompressible", SampleDumps.random(5, 5_000_000)),
                Arguments.of("mixed", SampleDumps.mixed(6, 9_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dumps")
    void givesBackTheSameBytes(String sort, byte[] dump) throws IOException {
        assertComesBack(sort, dump);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void givesBackTheSameBytesOfAnyMixture(long seed) throws IOException {
        int length = new java.util.Random(seed).nextInt(3_000_000);
        assertComesBack("seed " + seed, SampleDumps.mixed(seed, length));
    }

    private void assertComesBack(String sort, byte[] dump) throws IOException {
        Path file = SampleArchives.write(folder.resolve("MCDados.zip"), dump);
        assertThat(SampleArchives.check(file, CheckDepth.ENCODED).damages()).as(sort).isEmpty();
        assertThat(SampleArchives.check(file, CheckDepth.FULL).damages()).as(sort).isEmpty();
        assertThat(SampleArchives.streamed(file)).as(sort).isEqualTo(dump);
        Path target = folder.resolve("out.bak");
        try (ArchiveReader reader = SampleArchives.open(file)) {
            assertThat(reader.dumpBytes()).isEqualTo(dump.length);
            assertThat(reader.dumpName()).isEqualTo(SampleArchives.DUMP_NAME);
            assertThat(reader.archiveBytes()).isEqualTo(Files.size(file));
            assertThat(reader.manifest()).isPresent();
            reader.extractTo(target, Progress.NONE);
        }
        assertThat(Files.readAllBytes(target)).as(sort).isEqualTo(dump);
    }

    @Test
    void tellsTheManifestAsItWasWritten() {
        Path file = folder.resolve("MCDados.zip");
        try (ArchiveWriter writer = ArchiveWriter.create(file, "MCDados.bak", SampleArchives.MODIFIED)) {
            WrittenDump written = writer.writeDump(
                    java.nio.channels.Channels.newChannel(
                            new java.io.ByteArrayInputStream(SampleDumps.sales(1, 100_000))),
                    -1, Progress.NONE);
            var manifest = SampleArchives.manifest("MCDados.bak", written);
            writer.finish(manifest);
            try (ArchiveReader reader = SampleArchives.open(file)) {
                assertThat(reader.manifest()).contains(manifest);
            }
        }
    }
}

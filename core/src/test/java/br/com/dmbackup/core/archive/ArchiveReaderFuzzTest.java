package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes an archive consists of, reading it ends, in little memory, with what was declared or with a fault.
 * Seeds are read in every build; {@code make fuzz} goes on from them.
 */
class ArchiveReaderFuzzTest {
    private static final Set<FaultCode> HONEST = EnumSet.of(FaultCode.NOT_AN_ARCHIVE, FaultCode.ARCHIVE_TRUNCATED,
            FaultCode.ARCHIVE_WITHOUT_ONE_DUMP, FaultCode.ARCHIVE_UNSUPPORTED, FaultCode.ARCHIVE_BOMB,
            FaultCode.ARCHIVE_DAMAGED);

    @MethodSource("archives")
    @FuzzTest(maxDuration = "60s")
    void readsAnyBytes(byte[] archive) {
        readToTheEnd(archive);
    }

    @MethodSource("indexes")
    @FuzzTest(maxDuration = "60s")
    void readsAnyIndex(byte[] index) throws IOException {
        readToTheEnd(SealedArchive.ofIndex(index));
    }

    @MethodSource("blocks")
    @FuzzTest(maxDuration = "60s")
    void readsAnyBlocks(byte[] recipe) throws IOException {
        readToTheEnd(SealedArchive.ofBlocks(recipe));
    }

    private static void readToTheEnd(byte[] archive) {
        try (ArchiveReader reader = ArchiveReader.open(new MemoryChannel(archive), "fuzz.zip")) {
            boolean encodedSound = reader.check(CheckDepth.ENCODED, Progress.NONE).sound();
            boolean sound = reader.check(CheckDepth.FULL, Progress.NONE).sound();
            var proven = new ProvenBlocks();
            for (int time = 0; time < 2; time++) {
                assertThat(reader.check(proven, Progress.NONE).sound()).isEqualTo(sound);
            }
            assertThat(!sound || encodedSound).as("sound, but not its encoded bytes").isTrue();
            var sink = new Limited(reader.dumpBytes());
            boolean whole = extracted(reader, sink);
            assertThat(!sound || whole).as("sound, but not to be extracted").isTrue();
            assertThat(!whole || sink.left == 0).as("extracted %d too few", sink.left).isTrue();
        } catch (BackupFault fault) {
            assertThat(fault.code()).isIn(HONEST);
        }
    }

    private static boolean extracted(ArchiveReader reader, Limited sink) {
        try {
            reader.extractTo(sink, Progress.NONE);
            return true;
        } catch (BackupFault fault) {
            assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED);
            return false;
        }
    }

    /** Takes what was declared, and not a byte more. */
    private static final class Limited extends OutputStream {
        private long left;

        Limited(long declared) {
            left = declared;
        }

        @Override
        public void write(int one) {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            left -= length;
            assertThat(left).as("more than was declared").isNotNegative();
        }
    }

    static Stream<byte[]> archives() throws IOException {
        List<byte[]> archives = new ArrayList<>();
        for (int length : new int[]{0, 1, 700}) {
            byte[] archive = own(SampleDumps.sales(length, length));
            archives.add(archive);
            archives.add(Arrays.copyOf(archive, archive.length / 2));
            archives.add(Arrays.copyOf(archive, archive.length - 30));
            archives.add(Arrays.copyOf(archive, archive.length + 30));
        }
        var foreign = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(foreign)) {
            zip.setComment("antigo");
            zip.putNextEntry(new java.util.zip.ZipEntry("MCDados.bak"));
            zip.write(SampleDumps.sales(1, 500));
            zip.putNextEntry(new java.util.zip.ZipEntry("pasta/"));
        }
        archives.add(foreign.toByteArray());
        archives.add(SealedArchive.ofBlocks(new byte[0]));
        archives.add(new byte[0]);
        archives.add("PK\3\4".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        return archives.stream();
    }

    static Stream<byte[]> indexes() throws IOException {
        byte[] three = SealedArchive.index(SealedArchive.ofBlocks(recipe(3, 7)));
        return Stream.of(SealedArchive.index(own(new byte[0])), SealedArchive.index(own(new byte[5])), three,
                Arrays.copyOf(three, three.length - 64), new byte[0], new byte[96]);
    }

    static Stream<byte[]> blocks() {
        return Stream.of(recipe(1, 7), recipe(3, 7), recipe(2, 3), recipe(2, 1), recipe(2, 0), new byte[0]);
    }

    /** Stored blocks, ended as they must be. */
    private static byte[] recipe(int blocks, int right) {
        var recipe = new ByteArrayOutputStream();
        for (int block = 0; block < blocks; block++) {
            recipe.writeBytes(new byte[]{0, 0, 0, 3, 0, 13, (byte) right, 0});
            recipe.writeBytes(new byte[]{0, 3, 0, -4, -1, 'a', 'b', (byte) ('c' + block), 0, 0, 0, -1, -1});
        }
        return recipe.toByteArray();
    }

    private static byte[] own(byte[] dump) throws IOException {
        Path folder = Files.createTempDirectory("seed");
        Path file = folder.resolve("MCDados.zip");
        try {
            return Files.readAllBytes(SampleArchives.write(file, dump));
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}

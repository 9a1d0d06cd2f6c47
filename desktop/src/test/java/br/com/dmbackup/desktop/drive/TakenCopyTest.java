package br.com.dmbackup.desktop.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.client.ArchiveStream;
import br.com.dmbackup.testkit.disk.FatDisk;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakenCopyTest {
    private static final Instant MADE = Instant.parse("2026-11-23T12:30:00Z");
    private static final TakenCopy.Progress UNSEEN = new TakenCopy.Progress() {
        @Override
        public void written(long bytes) {}

        @Override
        public void readBack(long bytes) {}
    };

    @TempDir
    Path folder;

    @Test
    void takesThePlaceOfTheOldCopyAndLeavesNothingElse() throws Exception {
        Files.writeString(folder.resolve("MCDados.zip"), "de ontem");
        byte[] bytes = bytes(3_000_001);
        List<Long> progress = new ArrayList<>();
        Path file = copy(folder).write(stream(bytes), new TakenCopy.Progress() {
            @Override
            public void written(long done) {
                progress.add(done);
            }

            @Override
            public void readBack(long done) {
                progress.add(done);
            }
        });
        assertThat(file).hasBinaryContent(bytes);
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(MADE);
        assertThat(names(folder)).containsExactly("MCDados.zip");
        assertThat(progress).endsWith(3_000_001L).contains(3_000_001L);
    }

    @Test
    void replacesOnARealFatDriveAndFindsItsWayAfterOneWasPulledOut() throws Exception {
        Path point = folder.resolve("pen");
        byte[] bytes = bytes(1_500_000);
        try (FatDisk pen = FatDisk.on(point, folder.resolve("pen.img"), 16)) {
            Drive drive = Drives.ofThisMachine().of(pen.folder());
            assertThat(drive.replacesAtomically()).isFalse();
            assertThat(drive.fileLimit()).isEqualTo(0xffff_ffffL);
            Files.writeString(point.resolve("MCDados.zip.velho"), "nome perdido entre dois passos");
            assertThat(copy(point).write(stream(bytes), UNSEEN)).hasBinaryContent(bytes);
            byte[] next = bytes(1_600_000);
            assertThat(copy(point).write(stream(next), UNSEEN)).hasBinaryContent(next);
            assertThat(names(point)).containsExactly("MCDados.zip");
        }
        try (FatDisk again = FatDisk.on(point, folder.resolve("pen.img"), 16)) {
            assertThat(again.folder().resolve("MCDados.zip")).hasSize(1_600_000);
        }
    }

    @Test
    void keepsTheOldCopyWhereTheNewOneHasNoRoom() throws Exception {
        try (SmallDisk small = SmallDisk.on(folder.resolve("pen"), 2048)) {
            Path old = Files.writeString(small.folder().resolve("MCDados.zip"), "de ontem");
            TakenCopy copy = copy(small.folder());
            assertThatThrownBy(() -> copy.write(stream(bytes(3_000_000)), UNSEEN)).hasMessageContaining("OUTPUT_FULL");
            assertThat(old).hasContent("de ontem");
            // It may fill up while it is written, too: then the stream says less than what comes.
            assertThatThrownBy(() -> copy.write(stream(bytes(3_000_000), 1_000_000), UNSEEN))
                    .hasMessageContaining("OUTPUT_FULL");
            assertThat(names(small.folder())).containsExactly("MCDados.zip");
            assertThat(old).hasContent("de ontem");
        }
    }

    @Test
    void refusesBeforeTheFirstByteWhatFatCannotHold() {
        Drive fat = new Drive(folder, "pen", true, "vfat", 1L << 40, 1L << 40, "sdb");
        long five = 5L << 30;
        assertThatThrownBy(() -> new TakenCopy(folder, fat)
                .write(new ArchiveStream("MCDados.zip", five, MADE, InputStream.nullInputStream(), () -> {}), UNSEEN))
                .hasMessageContaining("DESTINATION_FILE_TOO_LARGE");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void givesUpWhenItIsInterruptedAndKeepsTheOldCopy() throws Exception {
        Path old = Files.writeString(folder.resolve("MCDados.zip"), "de ontem");
        InputStream interrupting = new InputStream() {
            private int read;

            @Override
            public int read() {
                return 7;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) read());
                read += length;
                if (read > 400_000) {
                    Thread.currentThread().interrupt();
                }
                return length;
            }
        };
        assertThatThrownBy(() -> copy(folder).write(
                new ArchiveStream("MCDados.zip", 9_000_000, MADE, interrupting, () -> {}), UNSEEN))
                .hasMessageContaining("CANCELLED");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(names(folder)).containsExactly("MCDados.zip");
        assertThat(old).hasContent("de ontem");
    }

    @Test
    void keepsTheOldCopyWhenTheAgentDiesHalfWay() throws Exception {
        Path old = Files.writeString(folder.resolve("MCDados.zip"), "de ontem");
        InputStream dies = new SequenceInputStream(new ByteArrayInputStream(bytes(400_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> copy(folder)
                .write(new ArchiveStream("MCDados.zip", 900_000, MADE, dies, () -> {}), UNSEEN))
                .hasMessageContaining("AGENT_UNREACHABLE");
        assertThat(names(folder)).containsExactly("MCDados.zip");
        assertThat(old).hasContent("de ontem");
    }

    private static TakenCopy copy(Path to) throws IOException {
        return new TakenCopy(to, Drives.ofThisMachine().of(to));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static ArchiveStream stream(byte[] bytes) {
        return stream(bytes, bytes.length);
    }

    private static ArchiveStream stream(byte[] bytes, long said) {
        return new ArchiveStream("MCDados.zip", said, MADE, new ByteArrayInputStream(bytes), () -> {});
    }

    private static List<String> names(Path in) {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("MCD")).sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

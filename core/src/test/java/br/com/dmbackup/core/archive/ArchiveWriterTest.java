package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {
    @TempDir
    Path folder;

    private static ReadableByteChannel channel(byte[] dump) {
        return Channels.newChannel(new ByteArrayInputStream(dump));
    }

    private static FaultCode faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, work);
        assertThat(fault).isNotNull();
        return fault.code();
    }

    @Test
    void keepsTheDumpsFirstBytesAndItsFigures() {
        byte[] dump = SampleDumps.mixed(1, 700_000);
        List<Long> progress = new ArrayList<>();
        try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve("a.zip"), "d.bak", SampleArchives.MODIFIED)) {
            WrittenDump written = writer.writeDump(channel(dump), dump.length, (done, total) -> {
                assertThat(total).isEqualTo(dump.length);
                progress.add(done);
            });
            assertThat(written.head()).isEqualTo(Arrays.copyOf(dump, 4096));
            assertThat(written.dumpBytes()).isEqualTo(dump.length);
            assertThat(written.dumpDigest()).matches("[0-9a-f]{64}");
            assertThat(progress).isSorted().endsWith((long) dump.length);
            ArchiveSummary summary = writer.finish(SampleArchives.manifest("d.bak", written));
            assertThat(summary.archiveBytes()).isEqualTo(folder.resolve("a.zip").toFile().length());
        }
    }

    @Test
    void writesTheSameBytesForTheSameDump() throws IOException {
        byte[] dump = SampleDumps.mixed(2, 3_000_000);
        byte[] first = Files.readAllBytes(SampleArchives.write(folder.resolve("a.zip"), dump));
        byte[] second = Files.readAllBytes(SampleArchives.write(folder.resolve("b.zip"), dump));
        // Up to the manifest, which holds the backup's own id.
        assertThat(Arrays.copyOfRange(second, 18, second.length - 1200))
                .isEqualTo(Arrays.copyOfRange(first, 18, first.length - 1200));
    }

    /** Two strides and more, so that some of it is made durable while the rest is being written. */
    @Test
    void writesTheSameBytesHoweverOftenTheyAreForced() throws Exception {
        byte[] dump = SampleDumps.random(21, 20_000_000);
        byte[] archive = Files.readAllBytes(SampleArchives.write(folder.resolve("a.zip"), dump));
        byte[] again = Files.readAllBytes(SampleArchives.write(folder.resolve("b.zip"), dump));
        // Up to the manifest, which holds the backup's own id.
        assertThat(Arrays.equals(archive, 18, archive.length - 1200, again, 18, again.length - 1200)).isTrue();
        assertThat(Arrays.equals(SampleArchives.streamed(folder.resolve("a.zip")), dump)).isTrue();
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("archive-force"));
    }

    @Test
    void neverReplacesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.zip"), "here");
        assertThat(faultOf(() -> SampleArchives.write(file, new byte[1]))).isEqualTo(FaultCode.OUTPUT_EXISTS);
        assertThat(file).hasContent("here");
        SampleArchives.write(folder.resolve("b.zip"), new byte[1]);
        try (ArchiveReader reader = SampleArchives.open(folder.resolve("b.zip"))) {
            assertThat(faultOf(() -> reader.extractTo(file, Progress.NONE))).isEqualTo(FaultCode.OUTPUT_EXISTS);
        }
        assertThat(file).hasContent("here");
    }

    @Test
    void saysWhenTheFolderIsMissing() {
        assertThat(faultOf(() -> SampleArchives.write(folder.resolve("none/a.zip"), new byte[1])))
                .isEqualTo(FaultCode.OUTPUT_UNWRITABLE);
    }

    @Test
    void saysWhenTheDiskIsFull() throws Exception {
        ForeignTools.require("mount");
        Path small = Files.createDirectory(folder.resolve("small"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString())
                .redirectErrorStream(true).start().waitFor() == 0;
        ForeignTools.require(mounted, "a small tmpfs cannot be mounted");
        try {
            byte[] dump = SampleDumps.random(3, 4_000_000);
            assertThat(faultOf(() -> SampleArchives.write(small.resolve("a.zip"), dump)))
                    .isEqualTo(FaultCode.OUTPUT_FULL);
            Files.delete(small.resolve("a.zip"));
            SampleArchives.write(folder.resolve("b.zip"), dump);
            try (ArchiveReader reader = SampleArchives.open(folder.resolve("b.zip"))) {
                assertThat(faultOf(() -> reader.extractTo(small.resolve("d.bak"), Progress.NONE)))
                        .isEqualTo(FaultCode.OUTPUT_FULL);
            }
            assertThat(small).isEmptyDirectory();
        } finally {
            ForeignTools.run(folder, List.of("umount", small.toString()));
        }
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
        var endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                read += length;
                if (read > 20_000_000) {
                    Thread.currentThread().interrupt();
                }
                return length;
            }
        };
        try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve("a.zip"), "d.bak", SampleArchives.MODIFIED)) {
            assertThat(faultOf(() -> writer.writeDump(Channels.newChannel(endless), -1, Progress.NONE)))
                    .isEqualTo(FaultCode.CANCELLED);
        }
        assertThat(Thread.interrupted()).isTrue();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("archive-")) {
                assertThat(thread.join(java.time.Duration.ofSeconds(20))).as(thread.getName()).isTrue();
            }
        }
    }

    @Test
    void passesOnWhatTheDumpItselfSays() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("disk gone");
            }
        };
        try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve("a.zip"), "d.bak", SampleArchives.MODIFIED)) {
            assertThat(faultOf(() -> writer.writeDump(Channels.newChannel(broken), -1, Progress.NONE)))
                    .isEqualTo(FaultCode.FILE_UNREADABLE);
        }
    }

    @Test
    void refusesAManifestOfAnotherDump() {
        try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve("a.zip"), "d.bak", SampleArchives.MODIFIED)) {
            WrittenDump written = writer.writeDump(channel(new byte[5]), 5, Progress.NONE);
            var other = new WrittenDump(written.dumpBytes(), "0".repeat(64), written.head(), written.traits());
            assertThatThrownBy(() -> writer.finish(SampleArchives.manifest("d.bak", other)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.writeDump(channel(new byte[5]), 5, Progress.NONE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}

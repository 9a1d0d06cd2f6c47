package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.StoreIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Archives made and read by the real writer and reader. */
final class SampleArchives {
    static final String DUMP_NAME = "MCDados.bak";
    static final LocalDateTime MODIFIED = LocalDateTime.of(2026, 3, 14, 9, 30, 0);

    private SampleArchives() {}

    static Path write(Path file, byte[] dump) {
        write(file, DUMP_NAME, Channels.newChannel(new ByteArrayInputStream(dump)), dump.length);
        return file;
    }

    static ArchiveSummary write(Path file, String dumpName, ReadableByteChannel dump, long expected) {
        try (ArchiveWriter writer = ArchiveWriter.create(file, dumpName, MODIFIED)) {
            WrittenDump written = writer.writeDump(dump, expected, Progress.NONE);
            return writer.finish(manifest(dumpName, written));
        }
    }

    static Manifest manifest(String dumpName, WrittenDump written) {
        return manifest(dumpName, written.dumpBytes(), written.dumpDigest());
    }

    static Manifest manifest(String dumpName, long dumpBytes, String dumpDigest) {
        var start = Instant.parse("2026-03-14T12:30:00Z");
        return new Manifest(BackupId.create(start), Manifest.Purpose.SLOT,
                Optional.of(new StoreIdentity("11222333000181", "Farmácia São José")), "sqlite", "3.54.1", "MCDados",
                "0.1.0", start, start.plusSeconds(9), ZoneId.of("America/Sao_Paulo"), dumpName, dumpBytes,
                dumpDigest, new TreeMap<>(Map.of("venda", 12L, "produto", 3L)));
    }

    static ArchiveReader open(Path file) {
        try {
            return ArchiveReader.open(Files.newByteChannel(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] streamed(Path file) {
        try (ArchiveReader reader = open(file)) {
            var sink = new ByteArrayOutputStream();
            reader.extractTo(sink, Progress.NONE);
            return sink.toByteArray();
        }
    }

    static ArchiveReport check(Path file, CheckDepth depth) {
        try (ArchiveReader reader = open(file)) {
            return reader.check(depth, Progress.NONE);
        }
    }
}

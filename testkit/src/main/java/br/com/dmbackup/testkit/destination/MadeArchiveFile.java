package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.core.archive.ArchiveWriter;
import br.com.dmbackup.core.archive.WrittenDump;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * An archive of ours in a file, as a backup makes it: for destinations that look inside.
 *
 * @param dumpDigest as its index has it
 */
public record MadeArchiveFile(Path file, BackupId backup, String dumpDigest, Instant modifiedAt)
        implements
            ArchiveSource {
    private static final Instant START = Instant.parse("2026-11-23T12:05:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    /** Of a dump of random bytes, of which the first are the same for all seeds. */
    public static MadeArchiveFile of(Path file, int sameBytes, int ownBytes, long seed) {
        byte[] dump = new byte[sameBytes + ownBytes];
        byte[] same = new byte[sameBytes];
        byte[] own = new byte[ownBytes];
        new Random(0).nextBytes(same);
        new Random(seed).nextBytes(own);
        System.arraycopy(same, 0, dump, 0, sameBytes);
        System.arraycopy(own, 0, dump, sameBytes, ownBytes);
        Instant start = START.plusSeconds(seed);
        BackupId backup = BackupId.create(start);
        try (ArchiveWriter writer = ArchiveWriter.create(file, "MCDados.bak",
                LocalDateTime.ofInstant(start, ZoneOffset.UTC))) {
            WrittenDump written = writer.writeDump(Channels.newChannel(new ByteArrayInputStream(dump)), dump.length,
                    Progress.NONE);
            writer.finish(new Manifest(backup, Purpose.SLOT, Optional.empty(), "file", "1", "MCDados", "test", start,
                    start, ZONE, "MCDados.bak", dump.length, written.dumpDigest(), new TreeMap<>()));
            return new MadeArchiveFile(file, backup, written.dumpDigest(), start);
        }
    }

    @Override
    public long sizeBytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SeekableByteChannel open() {
        try {
            return FileChannel.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

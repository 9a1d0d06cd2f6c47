package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.archive.ArchiveAssembly;
import br.com.dmbackup.core.archive.ManifestJson;
import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.archive.block.Fingerprinting;
import br.com.dmbackup.core.archive.block.NotProvenException;
import br.com.dmbackup.core.archive.block.Sha256;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A backup as a server has it: a dump, cut into blocks, each encoded. */
@SuppressWarnings("ArrayRecordComponent")
record Backup(BackupId id, Slot slot, Instant startedAt, byte[] dump, SortedMap<String, Long> rows,
        List<Sent> blocks) {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    static final String DATABASE = "MCDados";
    /** The dumps of these tests are small, and so are their blocks. */
    static final int BLOCK_BYTES = 2048;

    /** A block as it is sent. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(Fingerprint print, Block block, byte[] encoded) {}

    static Backup of(Instant startedAt, byte[] dump, SortedMap<String, Long> rows) {
        return new Backup(BackupId.create(startedAt), Slot.of(startedAt, ZONE), startedAt, dump, rows, blocks(dump));
    }

    private static List<Sent> blocks(byte[] dump) {
        List<Sent> blocks = new ArrayList<>();
        var prints = new Fingerprinting();
        try (var encoder = new BlockEncoder(BLOCK_BYTES)) {
            for (int at = 0; at < dump.length; at += BLOCK_BYTES) {
                Fingerprint print = prints.of(dump, at, Math.min(BLOCK_BYTES, dump.length - at));
                Block block = encoder.encode(print, dump, at);
                blocks.add(new Sent(print, block, Arrays.copyOf(encoder.encoded(), block.encodedBytes())));
            }
        } catch (NotProvenException e) {
            throw new AssertionError(e);
        }
        return blocks;
    }

    ArchiveName name() {
        return ArchiveName.ofSlot(slot, DATABASE);
    }

    Manifest manifest() {
        return new Manifest(id, Manifest.Purpose.SLOT, Optional.empty(), "sqlite", "3", DATABASE, "0.1",
                startedAt, startedAt.plusSeconds(60), ZONE, "MCDados.bak", dump.length, digest(), rows);
    }

    private String digest() {
        MessageDigest digest = Sha256.create();
        for (Sent block : blocks) {
            digest.update(ByteBuffer.allocate(8).putLong(block.print().plainBytes()).array());
            digest.update(block.print().sha256());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    CommitPlan plan() {
        return plan(name());
    }

    CommitPlan plan(ArchiveName under) {
        var planned = new PlannedBlocks();
        blocks.forEach(block -> planned.add(block.print().sha256(), block.print().plainBytes()));
        return new CommitPlan(under, "MCDados.bak", startedAt, 1, 262_144, planned, ManifestJson.write(manifest()));
    }

    /** The archive as it stands on the server. */
    Path writeTo(Path file) throws IOException {
        Files.deleteIfExists(file);
        try (var assembly = ArchiveAssembly.create(file, "MCDados.bak", LocalDateTime.ofInstant(startedAt, ZONE), 1,
                262_144)) {
            for (Sent sent : blocks) {
                assembly.append(sent.block(), ByteBuffer.wrap(sent.encoded()));
            }
            var _ = assembly.finish(manifest());
        }
        return file;
    }

    List<byte[]> sums() {
        return blocks.stream().map(block -> block.print().sha256()).toList();
    }
}

package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipEnding;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import br.com.dmbackup.core.backup.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** Archives whose index lies, and everything else of which agrees with the lie. */
final class ForgedArchive {
    private ForgedArchive() {}

    static List<Block> blocks(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            return lines(opened(channel).index().orElseThrow());
        }
    }

    /** SHA-256 of an archive's index, as the catalog would know it. */
    static Optional<String> seal(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            return Optional.of(IndexBytes.seal(opened(channel).index().orElseThrow()));
        }
    }

    private static OwnArchive opened(FileChannel channel) throws IOException {
        return OpenedArchive.open(new ZipBytes(channel), "archive").own().orElseThrow();
    }

    private static List<Block> lines(BlockIndex index) {
        List<Block> lines = new ArrayList<>();
        for (int number = 0; number < index.blocks(); number++) {
            lines.add(index.block(number));
        }
        return lines;
    }

    /** The same archive with other lines in its index. */
    static Path write(Path archive, Path forged, UnaryOperator<List<Block>> lie) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            OwnArchive own = opened(channel);
            var index = new BlockIndex(BlockEncoder.OWN, own.index().orElseThrow().chunker(), 1 << 18);
            lie.apply(lines(own.index().orElseThrow())).forEach(index::add);
            OwnArchive.Headers headers = own.headers();
            byte[] start = Arrays.copyOf(Files.readAllBytes(archive), (int) headers.index().headerOffset());
            var bytes = new ByteArrayOutputStream();
            ByteBuffer head = ByteBuffer.wrap(start);
            var dump = new ZipEntry(headers.dump().name(), ZipEntry.DEFLATE, headers.dump().dosTime(), index.crc32(),
                    headers.dump().encodedBytes(), index.dumpBytes(), true, 0);
            head.put(dump.localHeader());
            bytes.writeBytes(start);
            var body = new ByteArrayOutputStream();
            IndexBytes.write(index, piece -> {
                var piecesBytes = new byte[piece.remaining()];
                piece.get(piecesBytes);
                body.writeBytes(piecesBytes);
            });
            ZipEntry blocks = part(headers.index(), body.toByteArray(), bytes.size());
            bytes.writeBytes(blocks.localHeader());
            bytes.writeBytes(body.toByteArray());
            byte[] json = ManifestJson.write(of(index, own.manifest().orElseThrow()));
            ZipEntry manifest = part(headers.manifest(), json, bytes.size());
            bytes.writeBytes(manifest.localHeader());
            bytes.writeBytes(json);
            bytes.writeBytes(ZipEnding.of(List.of(dump, blocks, manifest), bytes.size()));
            return Files.write(forged, bytes.toByteArray());
        }
    }

    private static ZipEntry part(ZipEntry before, byte[] bytes, long offset) {
        var crc = new CRC32();
        crc.update(bytes);
        return new ZipEntry(before.name(), ZipEntry.STORED, before.dosTime(), (int) crc.getValue(), bytes.length,
                bytes.length, false, offset);
    }

    private static Manifest of(BlockIndex index, Manifest before) {
        return new Manifest(before.backup(), before.purpose(), before.store(), before.engine(), before.engineVersion(),
                before.database(), before.programVersion(), before.startedAt(), before.endedAt(), before.zone(),
                before.dumpName(), before.dumpMadeAt(), index.dumpBytes(), index.dumpDigest(), before.dumpChecked(),
                before.rowCounts(), before.engineFacts(), before.traits());
    }
}

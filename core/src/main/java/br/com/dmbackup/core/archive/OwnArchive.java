package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.zip.FoundEntry;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipEnding;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import br.com.dmbackup.core.backup.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An archive of ours, opened: its index and manifest as far as they are whole, and its headers as they must be.
 *
 * @param layout where its parts are
 * @param index none when it is damaged
 * @param manifest none when it is damaged
 * @param headers what the three local headers and the directory must say
 */
record OwnArchive(OwnLayout layout, Optional<BlockIndex> index, Optional<Manifest> manifest, Headers headers) {

    /** The entries as DMBackup wrote them, byte for byte. */
    record Headers(ZipEntry dump, ZipEntry index, ZipEntry manifest) {
        byte[] ending() {
            return ZipEnding.of(List.of(dump, index, manifest), manifest.dataOffset() + manifest.encodedBytes());
        }
    }

    /** Opens by the first telling whose index is whole, or by the first. */
    static Optional<OwnArchive> open(ZipBytes bytes, List<OwnLayout> tellings) throws IOException {
        Optional<OwnArchive> fallback = Optional.empty();
        for (OwnLayout layout : tellings) {
            OwnArchive archive = open(bytes, layout, tellings);
            if (archive.index().isPresent()) {
                return Optional.of(archive);
            }
            fallback = fallback.or(() -> Optional.of(archive));
        }
        return fallback;
    }

    private static OwnArchive open(ZipBytes bytes, OwnLayout layout, List<OwnLayout> tellings) throws IOException {
        int dosTime = OwnLayout.dosTime(tellings);
        var indexSource = new SequentialSource(bytes, layout.indexOffset());
        Optional<BlockIndex> index = layout.manifest().headerOffset() > bytes.length()
                ? Optional.empty()
                : IndexBytes.read(layout.index().encodedBytes(), indexSource::next)
                        .filter(blocks -> fits(blocks, layout));
        int indexCrc = index.isPresent() ? indexSource.crc32() : layout.index().crc32();

        byte[] json = manifestBytes(bytes, layout);
        var crc = new CRC32();
        crc.update(json);
        int jsonCrc = (int) crc.getValue();
        boolean vouched = tellings.stream().anyMatch(telling -> telling.manifest().crc32() == jsonCrc);
        Optional<Manifest> manifest = vouched ? ManifestJson.read(json) : Optional.empty();

        FoundEntry told = layout.dump();
        String name = manifest.map(Manifest::dumpName).filter(said -> sameLength(said, told)).orElseGet(told::name);
        var dump = new ZipEntry(name, ZipEntry.DEFLATE, dosTime, index.map(BlockIndex::crc32).orElse(told.crc32()),
                told.encodedBytes(), index.map(BlockIndex::dumpBytes).orElse(told.plainBytes()), true, 0);
        var headers = new Headers(dump, part(layout.index(), indexCrc, dosTime),
                part(layout.manifest(), vouched ? jsonCrc : layout.manifest().crc32(), dosTime));
        return new OwnArchive(layout, index, manifest, headers);
    }

    private static ZipEntry part(FoundEntry found, int crc, int dosTime) {
        return new ZipEntry(found.name(), ZipEntry.STORED, dosTime, crc, found.encodedBytes(), found.plainBytes(),
                false, found.headerOffset());
    }

    private static boolean sameLength(String name, FoundEntry told) {
        return ZipEntry.localHeaderBytes(name, false) - ZipEntry.localHeaderBytes("", false) == told.rawName().length;
    }

    /** Whether the blocks fill the dump's place, one right after the other. */
    private static boolean fits(BlockIndex index, OwnLayout layout) {
        long at = layout.dumpOffset();
        for (int number = 0; number < index.blocks(); number++) {
            Block block = index.block(number);
            if (block.offset() != at) {
                return false;
            }
            at += block.encodedBytes();
        }
        return at + ArchiveParts.DEFLATE_END_BYTES == layout.index().headerOffset();
    }

    private static byte[] manifestBytes(ZipBytes bytes, OwnLayout layout) throws IOException {
        long length = layout.manifest().encodedBytes();
        if (length > ArchiveParts.LONGEST_MANIFEST || layout.directoryOffset() > bytes.length()) {
            return new byte[0];
        }
        var json = new byte[(int) length];
        bytes.read(layout.manifestOffset(), ByteBuffer.wrap(json));
        return json;
    }

    /** Whether manifest and index, both whole, speak of two different dumps. */
    boolean contradictory() {
        return index.isPresent() && manifest.isPresent()
                && (manifest.get().dumpBytes() != index.get().dumpBytes()
                        || !manifest.get().dumpDigest().equals(index.get().dumpDigest())
                        || !manifest.get().dumpName().equals(headers.dump().name()));
    }

    Damage manifestDamage() {
        ZipEntry entry = headers.manifest();
        return new Damage(Damage.Region.MANIFEST, entry.dataOffset(), entry.encodedBytes(), -1, -1);
    }

    Damage indexDamage() {
        ZipEntry entry = headers.index();
        return new Damage(Damage.Region.INDEX, entry.dataOffset(), entry.encodedBytes(), -1, -1);
    }
}

package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.EncodedChecksum;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.block.Sha256;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Archives whose every checksum is right, whatever nonsense they hold: a fuzzer alone would never get past the SHA-256
 * of an index.
 */
final class SealedArchive {
    private static final int DOS_TIME = 0x5c6e_4bc0;
    private static final int LEAST_BLOCK = 8;
    private static final int MOST_PLAIN = 70_000;

    private SealedArchive() {}

    /** An archive of one block, with any bytes for an index, of which the last 32 become their digest. */
    static byte[] ofIndex(byte[] index) throws IOException {
        byte[] sealed = index.clone();
        if (sealed.length > Sha256.BYTES) {
            int end = sealed.length - Sha256.BYTES;
            byte[] sha = Sha256.create().digest(Arrays.copyOf(sealed, end));
            System.arraycopy(sha, 0, sealed, end, sha.length);
        }
        return assemble(new byte[]{0, 0, 0, (byte) 0xff, (byte) 0xff}, sealed, new BlockIndex(2, 1, 1 << 18));
    }

    /** An index, as {@link #ofIndex} takes it. */
    static byte[] index(byte[] archive) throws IOException {
        var written = new ByteArrayOutputStream();
        try (ArchiveReader reader = ArchiveReader.open(new MemoryChannel(archive), "seed")) {
            assert reader.ours();
        }
        OwnArchive own = OpenedArchive
                .open(new br.com.dmbackup.core.archive.zip.ZipBytes(new MemoryChannel(archive)), "seed").own()
                .orElseThrow();
        IndexBytes.write(own.index().orElseThrow(), piece -> written.write(bytes(piece)));
        return written.toByteArray();
    }

    /**
     * An archive of any blocks. The recipe has for each: plain length (4 bytes), encoded length (2), what is to be
     * right (1: bit 0 the checksum, bit 1 what inflating gives, bit 2 the plain length), 1 unused, the encoded bytes.
     */
    static byte[] ofBlocks(byte[] recipe) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(recipe);
        var data = new ByteArrayOutputStream();
        var index = new BlockIndex(2, 1, 1 << 18);
        long offset = 30L + SampleArchives.DUMP_NAME.length() + 20;
        while (in.remaining() >= LEAST_BLOCK) {
            int plainBytes = Math.floorMod(in.getInt(), MOST_PLAIN) + 1;
            int encodedBytes = Short.toUnsignedInt(in.getShort());
            int right = in.getShort() >> 8;
            var encoded = new byte[Math.clamp(encodedBytes, 1, Math.max(1, in.remaining()))];
            in.get(encoded, 0, Math.min(encoded.length, in.remaining()));
            byte[] plain = inflated(encoded);
            boolean rightLength = (right & 4) != 0 && plain.length > 0;
            int length = rightLength ? plain.length : plainBytes;
            if (encoded.length > Block.maximumEncodedBytes(length)) {
                break;
            }
            boolean rightPlain = (right & 2) != 0;
            long checksum = new EncodedChecksum().of(encoded, 0, (right & 1) != 0 ? encoded.length : 0);
            index.add(new Block(Sha256.create().digest(rightPlain ? plain : new byte[0]), length, encoded.length,
                    rightPlain ? crc(plain) : 0, 1 | BlockEncoder.OWN << 8, checksum, offset));
            data.write(encoded);
            offset += encoded.length;
        }
        var written = new ByteArrayOutputStream();
        IndexBytes.write(index, piece -> written.write(bytes(piece)));
        return assemble(data.toByteArray(), written.toByteArray(), index);
    }

    private static byte[] assemble(byte[] data, byte[] indexBytes, BlockIndex index) throws IOException {
        byte[] json = ManifestJson.write(SampleArchives.manifest(SampleArchives.DUMP_NAME,
                index.dumpBytes(), index.dumpDigest()));
        var dump = new ZipEntry(SampleArchives.DUMP_NAME, ZipEntry.DEFLATE, DOS_TIME, index.crc32(), data.length + 2,
                index.dumpBytes(), true, 0);
        ZipEntry indexEntry = stored(ArchiveParts.INDEX_NAME, indexBytes, dump.dataOffset() + data.length + 2);
        ZipEntry manifest = stored(ArchiveParts.MANIFEST_NAME, json, indexEntry.dataOffset() + indexBytes.length);
        var archive = new ByteArrayOutputStream();
        archive.write(dump.localHeader());
        archive.write(data);
        archive.write(ArchiveParts.deflateEnd().array());
        archive.write(indexEntry.localHeader());
        archive.write(indexBytes);
        archive.write(manifest.localHeader());
        archive.write(json);
        archive.write(new OwnArchive.Headers(dump, indexEntry, manifest).ending());
        return archive.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] bytes, long offset) {
        return new ZipEntry(name, ZipEntry.STORED, DOS_TIME, crc(bytes), bytes.length, bytes.length, false, offset);
    }

    private static int crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] inflated(byte[] encoded) {
        var plain = new byte[MOST_PLAIN];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(encoded);
            return Arrays.copyOf(plain, inflater.inflate(plain));
        } catch (DataFormatException e) {
            return new byte[0];
        }
    }

    private static byte[] bytes(ByteBuffer piece) {
        var bytes = new byte[piece.remaining()];
        piece.get(bytes);
        return bytes;
    }
}

package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.EncodedChecksum;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.block.Sha256;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * An archive of gigabytes whose dump is a hole in the file: no program could inflate it, but every header, index,
 * manifest and checksum of encoded bytes is what the dump's lengths ask for.
 */
final class HollowArchive {
    static final int BLOCK = Block.MAXIMUM_PLAIN_BYTES;
    private static final int DOS_TIME = 0x5c6e_4bc0;
    private static final byte[] NO_SHA = new byte[Sha256.BYTES];

    private final BlockIndex index = new BlockIndex(BlockEncoder.OWN, 1, 1 << 18);
    private final ZipEntry dump;
    private final ZipEntry indexEntry;
    private final byte[] json;

    /** @param encodedBytes of the whole dump, with the two bytes that end it */
    HollowArchive(long plainBytes, long encodedBytes) {
        long blocks = Math.ceilDiv(Math.max(plainBytes, encodedBytes), BLOCK);
        long offset = dataOffset();
        long end = offset + encodedBytes - ArchiveParts.DEFLATE_END_BYTES;
        long plainDone = 0;
        for (long number = 0; number < blocks; number++) {
            int plain = share(plainBytes - plainDone, blocks - number);
            int encoded = share(end - offset, blocks - number);
            index.add(
                    new Block(NO_SHA, plain, encoded, 0, 1 | BlockEncoder.OWN << 8, checksumOfZeros(encoded), offset));
            plainDone += plain;
            offset += encoded;
        }
        dump = new ZipEntry(SampleArchives.DUMP_NAME, ZipEntry.DEFLATE, DOS_TIME, index.crc32(), encodedBytes,
                plainBytes, true, 0);
        json = ManifestJson.write(SampleArchives.manifest(SampleArchives.DUMP_NAME, plainBytes, index.dumpDigest()));
        indexEntry = part(ArchiveParts.INDEX_NAME, 0, IndexBytes.length(index.blocks()),
                dump.dataOffset() + encodedBytes);
    }

    private static int share(long left, long blocks) {
        return Math.toIntExact(Math.ceilDiv(left, blocks));
    }

    private static long dataOffset() {
        return ZipEntry.localHeaderBytes(SampleArchives.DUMP_NAME, true);
    }

    private static long lastOfZeros = -1;
    private static int lengthOfLast = -1;

    private static synchronized long checksumOfZeros(int length) {
        if (length != lengthOfLast) {
            lastOfZeros = new EncodedChecksum().of(new byte[length], 0, length);
            lengthOfLast = length;
        }
        return lastOfZeros;
    }

    private static ZipEntry part(String name, int crc, long bytes, long offset) {
        return new ZipEntry(name, ZipEntry.STORED, DOS_TIME, crc, bytes, bytes, false, offset);
    }

    long indexOffset() {
        return indexEntry.headerOffset();
    }

    long manifestOffset() {
        return indexEntry.dataOffset() + indexEntry.encodedBytes();
    }

    long directoryOffset() {
        return manifestOffset() + ZipEntry.localHeaderBytes(ArchiveParts.MANIFEST_NAME, false) + json.length;
    }

    Path write(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long[] at = {indexEntry.dataOffset()};
            int crc = IndexBytes.write(index, piece -> at[0] += out.write(piece, at[0]));
            ZipEntry told = part(indexEntry.name(), crc, indexEntry.encodedBytes(), indexEntry.headerOffset());
            var jsonCrc = new CRC32();
            jsonCrc.update(json);
            ZipEntry manifest = part(ArchiveParts.MANIFEST_NAME, (int) jsonCrc.getValue(), json.length, at[0]);
            put(out, dump.localHeader(), 0);
            put(out, ArchiveParts.deflateEnd().array(), told.headerOffset() - ArchiveParts.DEFLATE_END_BYTES);
            put(out, told.localHeader(), told.headerOffset());
            put(out, manifest.localHeader(), manifest.headerOffset());
            put(out, json, manifest.dataOffset());
            put(out, new OwnArchive.Headers(dump, told, manifest).ending(), manifest.dataOffset() + json.length);
        }
        return file;
    }

    private static void put(FileChannel out, byte[] bytes, long offset) throws IOException {
        out.write(ByteBuffer.wrap(bytes), offset);
    }
}

package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Archives made wrong on purpose, by someone who knows the format. */
final class Forgery {
    private static final long CRC_32 = 0x04C1_1DB7L;
    private static final long CRC_32C = 0x1EDC_6F41L;

    private final byte[] bytes;
    private final OwnArchive own;

    Forgery(byte[] archive) throws IOException {
        bytes = archive.clone();
        own = OpenedArchive.open(new ZipBytes(new MemoryChannel(archive)), "forged").own().orElseThrow();
    }

    byte[] bytes() {
        return bytes;
    }

    Block block(int number) {
        return own.index().orElseThrow().block(number);
    }

    /** Changes one bit in the middle of a block. */
    Forgery flip(int block) {
        bytes[middle(block)] ^= 1;
        return this;
    }

    /** Changes bits in the middle of a block in such a way that both halves of its checksum stay as they are. */
    Forgery changeUnseen(int block) {
        boolean[] product = new boolean[65];
        boolean[] one = polynomial(CRC_32);
        boolean[] other = polynomial(CRC_32C);
        for (int i = 0; i <= 32; i++) {
            for (int j = 0; j <= 32; j++) {
                product[i + j] ^= one[i] && other[j];
            }
        }
        int middle = middle(block);
        for (int bit = 0; bit < product.length; bit++) {
            if (product[64 - bit]) {
                bytes[middle + bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
        return this;
    }

    private static boolean[] polynomial(long low) {
        boolean[] bits = new boolean[33];
        for (int bit = 0; bit < 32; bit++) {
            bits[bit] = (low >>> bit & 1) != 0;
        }
        bits[32] = true;
        return bits;
    }

    private int middle(int number) {
        Block block = block(number);
        return (int) block.offset() + block.encodedBytes() / 2;
    }

    /** Writes an index that tells the true checksum of a block's bytes, and for the rest what it told before. */
    Forgery tellTrueChecksumOf(int number) throws IOException {
        BlockIndex told = own.index().orElseThrow();
        var index = new BlockIndex(2, 1, 1 << 18);
        for (int at = 0; at < told.blocks(); at++) {
            Block block = told.block(at);
            index.add(at == number ? withTrueChecksum(block) : block);
        }
        var written = new ByteArrayOutputStream();
        int crc = IndexBytes.write(index, piece -> {
            var copy = new byte[piece.remaining()];
            piece.get(copy);
            written.write(copy);
        });
        ZipEntry old = own.headers().index();
        var entry = new ZipEntry(old.name(), old.method(), old.dosTime(), crc, old.encodedBytes(), old.plainBytes(),
                false, old.headerOffset());
        put(entry.localHeader(), entry.headerOffset());
        put(written.toByteArray(), entry.dataOffset());
        put(new OwnArchive.Headers(own.headers().dump(), entry, own.headers().manifest()).ending(),
                own.layout().directoryOffset());
        return this;
    }

    private void put(byte[] part, long offset) {
        System.arraycopy(part, 0, bytes, (int) offset, part.length);
    }

    private Block withTrueChecksum(Block block) {
        var upper = new CRC32();
        var lower = new CRC32C();
        upper.update(bytes, (int) block.offset(), block.encodedBytes());
        lower.update(bytes, (int) block.offset(), block.encodedBytes());
        return new Block(block.sha256(), block.plainBytes(), block.encodedBytes(), block.crc32(), block.flags(),
                upper.getValue() << 32 | lower.getValue(), block.offset());
    }
}

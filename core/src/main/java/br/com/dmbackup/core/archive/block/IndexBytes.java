package br.com.dmbackup.core.archive.block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** The index as it stands in the archive: head, one line for each block, SHA-256 of all that. */
public final class IndexBytes {
    /** The lines of the blocks begin so far behind the index's first byte. */
    public static final int HEAD_BYTES = BlockIndex.HEAD_BYTES;

    private IndexBytes() {}

    /** Takes or gives the bytes of the index, from its first to its last. */
    @FunctionalInterface
    public interface Transfer {
        void next(ByteBuffer bytes) throws IOException;
    }

    /** Length of an index of so many blocks. */
    public static long length(int blocks) {
        return BlockIndex.HEAD_BYTES + (long) blocks * Block.LINE_BYTES + Sha256.BYTES;
    }

    /** The SHA-256 that ends the index, lower-case hexadecimal: two archives with the same one have the same blocks. */
    public static String seal(BlockIndex index) {
        MessageDigest sha = Sha256.create();
        sha.update(index.head());
        index.lines().forEach(sha::update);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Writes the index and returns the CRC-32 of what was written. */
    public static int write(BlockIndex index, Transfer sink) throws IOException {
        MessageDigest sha = Sha256.create();
        var crc = new CRC32();
        put(index.head(), sha, crc, sink);
        for (ByteBuffer lines : index.lines()) {
            put(lines, sha, crc, sink);
        }
        ByteBuffer end = ByteBuffer.wrap(sha.digest());
        crc.update(end.duplicate());
        sink.next(end);
        return (int) crc.getValue();
    }

    private static void put(ByteBuffer bytes, MessageDigest sha, CRC32 crc, Transfer sink) throws IOException {
        sha.update(bytes.duplicate());
        crc.update(bytes.duplicate());
        sink.next(bytes);
    }

    /**
     * Reads an index of the given length, which the caller knows to be there; none when it is not an index of this
     * format or anything in it is not right.
     *
     * @param source fills each buffer that it is given
     */
    public static Optional<BlockIndex> read(long length, Transfer source) throws IOException {
        if (length < length(0)) {
            return Optional.empty();
        }
        MessageDigest sha = Sha256.create();
        ByteBuffer head = take(BlockIndex.HEAD_BYTES, sha, source).order(ByteOrder.LITTLE_ENDIAN);
        var magic = new byte[BlockIndex.MAGIC.length];
        head.get(magic);
        boolean known = Arrays.equals(magic, BlockIndex.MAGIC) && head.getShort(8) == BlockIndex.FORMAT_VERSION
                && head.getShort(14) == Block.LINE_BYTES;
        int blocks = head.getInt(16);
        if (!known || blocks < 0 || blocks > BlockIndex.MAXIMUM_BLOCKS || length(blocks) != length) {
            return Optional.empty();
        }
        var index = new BlockIndex(head.getShort(10), head.getShort(12), head.getInt(20));
        for (int block = 0; block < blocks; block++) {
            Block line = Block.read(take(Block.LINE_BYTES, sha, source));
            if (!line.plausible()) {
                return Optional.empty();
            }
            index.add(line);
        }
        ByteBuffer end = ByteBuffer.allocate(Sha256.BYTES);
        source.next(end);
        boolean right = Arrays.equals(end.array(), sha.digest()) && index.head().equals(head.clear());
        return right ? Optional.of(index) : Optional.empty();
    }

    private static ByteBuffer take(int length, MessageDigest sha, Transfer source) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        source.next(bytes);
        sha.update(bytes.flip().duplicate());
        return bytes;
    }
}

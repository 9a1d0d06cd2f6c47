package br.com.dmbackup.core.archive.block;

import br.com.dmbackup.core.disk.PlacedFile;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Turns blocks' encoded bytes back into plain bytes, and says whether everything about them is right. */
public final class BlockDecoder implements AutoCloseable {
    private static final byte[] FLUSH = {0, 0, (byte) 0xff, (byte) 0xff};
    /** An empty last deflate block. */
    private static final byte[] STREAM_END = {3, 0};

    private final Inflater inflater = new Inflater(true);
    private final MessageDigest sha = Sha256.create();
    private final CRC32 crc = new CRC32();
    private final EncodedChecksum checksum = new EncodedChecksum();
    private final byte[] digest = new byte[Sha256.BYTES];
    private final ByteBuffer claim = ByteBuffer.allocate(3 * Integer.BYTES);
    private final ByteBuffer plain;

    /** @param memory where the plain bytes of the longest block are kept */
    public BlockDecoder(int longestPlain, Arena memory) {
        // One byte more than the longest block, so that an inflater with too much to say says it; aligned, so that a page
        // can go from here to a drive.
        plain = memory.allocate(longestPlain + 1L, PlacedFile.ALIGNMENT).asByteBuffer();
    }

    /** Whether the encoded bytes are those that the index speaks of. */
    public boolean encodedRight(Block block, ByteBuffer encoded) {
        return checksum.of(encoded) == block.encodedChecksum();
    }

    /** Whether the encoded bytes are those that the index speaks of, and inflate to the dump's own. */
    public boolean right(Block block, ByteBuffer encoded) {
        return encodedRight(block, encoded) && inflatesRight(block, encoded);
    }

    /** The plain bytes of a block that {@link #right(Block, ByteBuffer)} found right, until the next one. */
    public ByteBuffer plain() {
        return plain.duplicate();
    }

    /** Whether the encoded bytes inflate to the dump's own. */
    public boolean inflatesRight(Block block, ByteBuffer encoded) {
        inflater.reset();
        inflater.setInput(encoded.duplicate());
        plain.clear().limit(block.plainBytes() + 1);
        try {
            int inflated = inflater.inflate(plain);
            if (inflated != block.plainBytes() || inflater.getRemaining() != 0 || inflater.finished()) {
                return false;
            }
        } catch (DataFormatException e) {
            return false;
        }
        plain.flip();
        crc.reset();
        crc.update(plain.duplicate());
        sha.update(plain.duplicate());
        return Arrays.equals(digest(), block.sha256()) && (int) crc.getValue() == block.crc32();
    }

    /**
     * Whether the encoded bytes that were just found to inflate right end between two deflate blocks, at a byte's border:
     * only then is what follows them read from its own begin. Shown by letting the stream's end follow.
     */
    boolean endedAtBorder(ByteBuffer encoded) {
        int end = encoded.limit();
        if (encoded.remaining() < FLUSH.length || !encoded.slice(end - FLUSH.length, FLUSH.length)
                .equals(ByteBuffer.wrap(FLUSH))) {
            return false;
        }
        inflater.setInput(STREAM_END);
        try {
            return inflater.inflate(new byte[1]) == 0 && inflater.finished() && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        }
    }

    long checksumOf(ByteBuffer encoded) {
        return checksum.of(encoded);
    }

    /** SHA-256 over these bytes and everything that {@link #inflatesRight} says of them; the caller's own. */
    public byte[] digestOfClaim(Block block, ByteBuffer encoded) {
        sha.update(block.sha256());
        sha.update(claim.clear().putInt(block.plainBytes()).putInt(block.encodedBytes()).putInt(block.crc32()).flip());
        sha.update(encoded.duplicate());
        return digest().clone();
    }

    private byte[] digest() {
        try {
            sha.digest(digest, 0, digest.length);
            return digest;
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        inflater.close();
    }
}

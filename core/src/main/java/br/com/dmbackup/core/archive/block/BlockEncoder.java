package br.com.dmbackup.core.archive.block;

import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Turns one block's plain bytes into encoded bytes and proves them: raw deflate from an empty window, ended by a full
 * flush, so that blocks can stand one after the other and each can be inflated alone.
 */
public final class BlockEncoder implements AutoCloseable {
    /** The number that stands for zlib's deflate, level 6, in the index. */
    public static final int ID = 1;

    private final Deflater deflater;
    private final MessageDigest sha = Sha256.create();
    private final CRC32 crc = new CRC32();
    private final EncodedChecksum checksum = new EncodedChecksum();
    private final BlockProof proof = new BlockProof();
    private final byte[] encoded;

    /** @param longestPlain no block will be longer */
    public BlockEncoder(int longestPlain) {
        this(longestPlain, new Deflater(6, true));
    }

    BlockEncoder(int longestPlain, Deflater deflater) {
        this.deflater = deflater;
        encoded = new byte[Block.maximumEncodedBytes(longestPlain)];
    }

    /** The encoded bytes of the last block. */
    public byte[] encoded() {
        return encoded;
    }

    /**
     * Encodes and proves a block; its offset is not known yet and stands at 0.
     *
     * @throws NotProvenException when the encoded bytes do not give the plain bytes back
     */
    public Block encode(byte[] plain, int length) throws NotProvenException {
        sha.update(plain, 0, length);
        byte[] digest = sha.digest();
        crc.reset();
        crc.update(plain, 0, length);
        deflater.reset();
        deflater.setInput(plain, 0, length);
        int encodedBytes = deflater.deflate(encoded, 0, encoded.length, Deflater.FULL_FLUSH);
        if (encodedBytes == encoded.length || !proof.holds(encoded, encodedBytes, length, digest)) {
            throw new NotProvenException();
        }
        return new Block(digest, length, encodedBytes, (int) crc.getValue(), Block.flagsOfProven(ID),
                checksum.of(encoded, 0, encodedBytes), 0);
    }

    @Override
    public void close() {
        deflater.close();
        proof.close();
    }
}

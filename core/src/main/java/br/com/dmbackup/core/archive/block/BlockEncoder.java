package br.com.dmbackup.core.archive.block;

import br.com.dmbackup.core.archive.deflate.Deflate;
import br.com.dmbackup.core.archive.deflate.StrongDeflate;
import java.util.zip.Deflater;

/**
 * Turns one block's plain bytes into encoded bytes and proves them: raw deflate from an empty window, ended by a full
 * flush, so that blocks can stand one after the other and each can be inflated alone. What our own deflate makes and
 * does not prove, zlib makes again.
 */
public final class BlockEncoder implements AutoCloseable {
    /** The number that stands in the index for what came encoded from another machine. */
    public static final int ELSEWHERE = 0;
    /** The number that stands in the index for our own deflate, {@link Deflate}. */
    public static final int OWN = 2;
    /** The number that stands in the index for zlib's deflate, level 6. */
    public static final int ZLIB = 1;
    /** The number that stands in the index for {@link StrongDeflate}. */
    public static final int STRONG = 3;

    private final int number;
    private final Encoding own;
    private final Encoding zlib;
    private final EncodedChecksum checksum = new EncodedChecksum();
    private final BlockProof proof = new BlockProof();
    private final byte[] plain;
    private final byte[] encoded;

    /** Makes deflate of a block, ended by a full flush. */
    @FunctionalInterface
    interface Encoding {
        /** Returns the length, or less than 0 when there is no room. */
        int encode(byte[] plain, int length, byte[] target);
    }

    /** @param longestPlain no block will be longer */
    public BlockEncoder(int longestPlain) {
        this(longestPlain, OWN, new Deflate()::encode, BlockEncoder::zlib);
    }

    /** For when there is time: takes seven times as long for a few per cent less. */
    public static BlockEncoder strong(int longestPlain) {
        return new BlockEncoder(longestPlain, STRONG, new StrongDeflate()::encode, BlockEncoder::zlib);
    }

    BlockEncoder(int longestPlain, Encoding own, Encoding zlib) {
        this(longestPlain, OWN, own, zlib);
    }

    private BlockEncoder(int longestPlain, int number, Encoding own, Encoding zlib) {
        this.number = number;
        this.own = own;
        this.zlib = zlib;
        plain = new byte[longestPlain];
        encoded = new byte[Block.maximumEncodedBytes(longestPlain)];
    }

    /** The encoded bytes of the last block. */
    public byte[] encoded() {
        return encoded;
    }

    /**
     * Encodes and proves a block; its offset is not known yet and stands at 0.
     *
     * @param print the block's, taken before anything else was done with its bytes
     * @throws NotProvenException when the encoded bytes do not give the plain bytes back
     */
    public Block encode(Fingerprint print, byte[] dump, int offset) throws NotProvenException {
        System.arraycopy(dump, offset, plain, 0, print.plainBytes());
        int encoder = number;
        int encodedBytes = proven(own, print);
        if (encodedBytes < 0) {
            encoder = ZLIB;
            encodedBytes = proven(zlib, print);
        }
        if (encodedBytes < 0) {
            throw new NotProvenException();
        }
        return Block.made(print, encoder, encodedBytes, checksum.of(encoded, 0, encodedBytes));
    }

    /** Length of what was made and proven, or less than 0. */
    private int proven(Encoding encoding, Fingerprint print) {
        int made;
        try {
            made = encoding.encode(plain, print.plainBytes(), encoded);
        } catch (RuntimeException defect) {
            return -1;
        }
        return made >= 0 && proof.holds(encoded, 0, made, plain, 0, print) ? made : -1;
    }

    private static int zlib(byte[] plain, int length, byte[] target) {
        try (var deflater = new Deflater(6, true)) {
            deflater.setInput(plain, 0, length);
            int made = deflater.deflate(target, 0, target.length, Deflater.FULL_FLUSH);
            return made == target.length ? -1 : made;
        }
    }

    @Override
    public void close() {
        proof.close();
    }
}

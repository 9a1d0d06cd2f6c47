package br.com.dmbackup.core.archive.block;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Turns one block's encoded bytes back into plain bytes, and says whether everything about it is right. */
public final class BlockDecoder implements AutoCloseable {
    private final Inflater inflater = new Inflater(true);
    private final MessageDigest sha = Sha256.create();
    private final CRC32 crc = new CRC32();
    private final EncodedChecksum checksum = new EncodedChecksum();
    private final byte[] encoded;
    private final byte[] plain;

    public BlockDecoder(int longestEncoded, int longestPlain) {
        encoded = new byte[longestEncoded];
        // One byte more than the longest block, so that an inflater with too much to say says it.
        plain = new byte[longestPlain + 1];
    }

    /** Where the block's encoded bytes are to be put before {@link #decode}. */
    public byte[] encoded() {
        return encoded;
    }

    /** The block's plain bytes after {@link #decode}. */
    public byte[] plain() {
        return plain;
    }

    /** Whether the encoded bytes are those that the index speaks of, and inflate to the dump's own. */
    public boolean decode(Block block) {
        if (checksum.of(encoded, 0, block.encodedBytes()) != block.encodedChecksum()) {
            return false;
        }
        inflater.reset();
        inflater.setInput(encoded, 0, block.encodedBytes());
        try {
            int inflated = inflater.inflate(plain, 0, block.plainBytes() + 1);
            if (inflated != block.plainBytes() || inflater.getRemaining() != 0 || inflater.finished()) {
                return false;
            }
        } catch (DataFormatException e) {
            return false;
        }
        crc.reset();
        crc.update(plain, 0, block.plainBytes());
        sha.update(plain, 0, block.plainBytes());
        return Arrays.equals(sha.digest(), block.sha256()) && (int) crc.getValue() == block.crc32();
    }

    @Override
    public void close() {
        inflater.close();
    }
}

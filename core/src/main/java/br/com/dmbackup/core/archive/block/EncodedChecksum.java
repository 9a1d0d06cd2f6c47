package br.com.dmbackup.core.archive.block;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The 64-bit checksum of a block's encoded bytes: CRC-32 in the upper half, CRC-32C in the lower. As the two
 * polynomials are coprime, the pair misses one random damage in 2^64, and no burst of up to 64 bits.
 */
public final class EncodedChecksum {
    private final CRC32 upper = new CRC32();
    private final CRC32C lower = new CRC32C();

    public long of(byte[] bytes, int offset, int length) {
        upper.reset();
        lower.reset();
        upper.update(bytes, offset, length);
        lower.update(bytes, offset, length);
        return upper.getValue() << 32 | lower.getValue();
    }

    /** The same of a buffer's remaining bytes, which stay as they are. */
    long of(ByteBuffer bytes) {
        upper.reset();
        lower.reset();
        upper.update(bytes.duplicate());
        lower.update(bytes.duplicate());
        return upper.getValue() << 32 | lower.getValue();
    }
}

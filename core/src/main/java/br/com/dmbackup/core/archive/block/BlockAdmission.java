package br.com.dmbackup.core.archive.block;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Proves blocks that another machine encoded, of whose good will nothing is known: that they inflate to what is said of
 * them, and that others can stand right behind them. For one thread at a time.
 */
public final class BlockAdmission implements AutoCloseable {
    private final Arena memory = Arena.ofShared();
    private final BlockDecoder decoder = new BlockDecoder(Block.MAXIMUM_PLAIN_BYTES, memory);

    /**
     * The block's line, which has no place yet; none when anything about it is not right.
     *
     * @param print what is said of it
     * @param encoded its remaining bytes, which stay as they are
     */
    public Optional<Block> admit(Fingerprint print, ByteBuffer encoded) {
        if (print.sha256().length != Sha256.BYTES) {
            return Optional.empty();
        }
        var claimed = Block.made(print, BlockEncoder.ELSEWHERE, encoded.remaining(), decoder.checksumOf(encoded));
        return claimed.plausible() && decoder.inflatesRight(claimed, encoded) && decoder.endedAtBorder(encoded)
                ? Optional.of(claimed)
                : Optional.empty();
    }

    /** Whether a block's encoded bytes are those that its line speaks of, and still inflate to its plain bytes. */
    public boolean holds(Block block, ByteBuffer encoded) {
        return decoder.right(block, encoded);
    }

    @Override
    public void close() {
        decoder.close();
        memory.close();
    }
}

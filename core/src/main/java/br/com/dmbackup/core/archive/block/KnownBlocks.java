package br.com.dmbackup.core.archive.block;

import java.io.IOException;
import java.util.Optional;

/** Blocks that stand encoded somewhere already, to be taken as they are. Thread-safe. */
public interface KnownBlocks {
    /**
     * A proven block of the same plain bytes.
     *
     * @return its line, whose offset and encoded length say what to {@link #read}
     */
    Optional<Block> find(Fingerprint print);

    /**
     * Reads encoded bytes, of one block or of several that stand one right after the other.
     *
     * @param at where in the target to begin
     */
    void read(long offset, byte[] target, int at, int length) throws IOException;

    /** Whether the line alone is not believed: the block must be proven anew before it is taken. */
    boolean doubted();

    /** What was read is not what the line says. */
    void damaged(Block block);

    /** Nothing can be read any more; nothing is found from now on. */
    void lost(IOException why);
}

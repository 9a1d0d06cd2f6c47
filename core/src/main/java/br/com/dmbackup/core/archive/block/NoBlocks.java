package br.com.dmbackup.core.archive.block;

import java.io.IOException;
import java.util.Optional;

/** Where nothing is known. */
public final class NoBlocks implements KnownBlocks {
    @Override
    public Optional<Block> find(Fingerprint print) {
        return Optional.empty();
    }

    @Override
    public void read(long offset, byte[] target, int at, int length) throws IOException {
        throw new IOException("no block at " + offset);
    }

    @Override
    public boolean doubted() {
        return true;
    }

    @Override
    public void damaged(Block block) {
        throw new IllegalStateException("not from here: " + block);
    }

    @Override
    public void lost(IOException why) {
        // There was nothing to lose.
    }
}

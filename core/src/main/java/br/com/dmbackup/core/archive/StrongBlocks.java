package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.archive.block.KnownBlocks;
import java.io.IOException;
import java.util.Optional;

/** Those blocks of an archive that cannot be made much shorter any more. */
record StrongBlocks(ArchiveBase archive) implements KnownBlocks {
    @Override
    public Optional<Block> find(Fingerprint print) {
        return archive.find(print).filter(block -> block.encoder() == BlockEncoder.STRONG);
    }

    @Override
    public void read(long offset, byte[] target, int at, int length) throws IOException {
        archive.read(offset, target, at, length);
    }

    @Override
    public boolean doubted() {
        return archive.doubted();
    }

    @Override
    public void damaged(Block block) {
        archive.damaged(block);
    }

    @Override
    public void lost(IOException why) {
        archive.lost(why);
    }
}

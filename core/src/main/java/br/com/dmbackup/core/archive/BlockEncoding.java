package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.NotProvenException;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import org.jspecify.annotations.Nullable;

/** One block on its way into the archive. */
final class BlockEncoding implements OrderedWork.Piece {
    private final String archive;
    private final BlockEncoder encoder;
    private final byte[] plain;
    private long number;
    private int length;
    private @Nullable Block block;

    BlockEncoding(String archive, int longestPlain) {
        this.archive = archive;
        this.encoder = new BlockEncoder(longestPlain);
        this.plain = new byte[longestPlain];
    }

    /** Where the block's plain bytes are to be put. */
    byte[] plain() {
        return plain;
    }

    void fill(long blockNumber, int plainBytes) {
        number = blockNumber;
        length = plainBytes;
        block = null;
    }

    @Override
    public void work() {
        try {
            block = encoder.encode(plain, length);
        } catch (NotProvenException e) {
            throw BackupFault.of(FaultCode.BLOCK_NOT_PROVEN, archive, number).causedBy(e);
        }
    }

    /** The finished block. */
    Block block() {
        if (block == null) {
            throw new IllegalStateException("not encoded");
        }
        return block;
    }

    byte[] encoded() {
        return encoder.encoded();
    }

    @Override
    public void close() {
        encoder.close();
    }
}

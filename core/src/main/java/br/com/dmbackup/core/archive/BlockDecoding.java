package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockDecoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One block on its way out of the archive. */
final class BlockDecoding implements OrderedWork.Piece {
    private final ZipBytes bytes;
    private final String archive;
    private final Consumer<BlockDecoding> effect;
    private final BlockDecoder decoder;
    private int number;
    private long dumpOffset;
    private @Nullable Block block;
    private boolean right;

    /** @param effect what is done on the worker with a block that is right */
    BlockDecoding(ZipBytes bytes, String archive, BlockIndex index, Consumer<BlockDecoding> effect) {
        this.bytes = bytes;
        this.archive = archive;
        this.effect = effect;
        this.decoder = new BlockDecoder(index.longestEncoded(), index.longestPlain());
    }

    void fill(int blockNumber, Block line, long placeInDump) {
        number = blockNumber;
        block = line;
        dumpOffset = placeInDump;
        right = false;
    }

    @Override
    public void work() {
        try {
            bytes.read(block().offset(), ByteBuffer.wrap(decoder.encoded(), 0, block().encodedBytes()));
        } catch (IOException e) {
            throw IoFaults.reading(archive, e);
        }
        right = decoder.decode(block());
        if (right) {
            effect.accept(this);
        }
    }

    /** Whether everything about the block was right. */
    boolean right() {
        return right;
    }

    Block block() {
        if (block == null) {
            throw new IllegalStateException("no block");
        }
        return block;
    }

    /** The plain bytes of a block that is right. */
    ByteBuffer plain() {
        return ByteBuffer.wrap(decoder.plain(), 0, block().plainBytes());
    }

    long dumpOffset() {
        return dumpOffset;
    }

    Damage damage() {
        return damage(number, block(), dumpOffset);
    }

    static Damage damage(int number, Block block, long dumpOffset) {
        return new Damage(Damage.Region.BLOCK, block.offset(), block.encodedBytes(), number, dumpOffset);
    }

    @Override
    public void close() {
        decoder.close();
    }
}

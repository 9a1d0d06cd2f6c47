package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads, inflates and checks every block on all workers. */
record BlockWalk(ZipBytes bytes, String archive, BlockIndex index) {

    /**
     * @param effect done on a worker with each block that is right, in any order
     * @param taker given each block, right or not, in the dump's order
     */
    void run(Consumer<BlockDecoding> effect, OrderedWork.Taker<BlockDecoding> taker) throws IOException {
        try (var work = new OrderedWork<>(archive, () -> new BlockDecoding(bytes, archive, index, effect), taker)) {
            long dumpOffset = 0;
            for (int number = 0; number < index.blocks(); number++) {
                Block block = index.block(number);
                BlockDecoding piece = work.next();
                piece.fill(number, block, dumpOffset);
                work.start(piece);
                dumpOffset += block.plainBytes();
            }
            work.finish();
        }
    }
}

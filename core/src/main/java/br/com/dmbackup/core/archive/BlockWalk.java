package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.BlockDecoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import java.io.IOException;

/** Reads and checks every block on all workers, a run of blocks at a time. */
record BlockWalk(ZipBytes bytes, String archive, BlockIndex index) {
    /** As much is read at once: enough for a disk to be quick, and for a worker to be worth waking. */
    private static final int RUN_BYTES = 512 << 10;

    /**
     * Asks of each block, on a worker, whether it is right.
     *
     * @param taker given each run in the archive's order
     */
    void ask(BlockRun.Question question, OrderedWork.Taker<BlockRun> taker) throws IOException {
        walk(question, (plain, dumpOffset) -> {}, taker, Integer.MAX_VALUE);
    }

    /**
     * Inflates every block.
     *
     * @param effect done on a worker with each block that is right, in any order
     * @param taker given each run in the dump's order
     */
    void inflate(BlockRun.Effect effect, OrderedWork.Taker<BlockRun> taker) throws IOException {
        walk(BlockDecoder::right, effect, taker, Integer.MAX_VALUE);
    }

    /**
     * Inflates every block.
     *
     * @param taker given runs of one block, which have its plain bytes, in the dump's order
     */
    void inflate(OrderedWork.Taker<BlockRun> taker) throws IOException {
        walk(BlockDecoder::right, (plain, dumpOffset) -> {}, taker, 1);
    }

    private void walk(BlockRun.Question question, BlockRun.Effect effect, OrderedWork.Taker<BlockRun> taker,
            int mostBlocks) throws IOException {
        int room = Math.max(mostBlocks == 1 ? 0 : RUN_BYTES, index.longestEncoded());
        try (var work = new OrderedWork<>(archive,
                () -> new BlockRun(bytes, archive, room, index.longestPlain(), question, effect), taker)) {
            long dumpOffset = 0;
            for (int number = 0; number < index.blocks();) {
                BlockRun run = work.next();
                run.begin(number, dumpOffset);
                while (number < index.blocks() && run.size() < mostBlocks && run.add(index.block(number))) {
                    number++;
                }
                dumpOffset = run.dumpEnd();
                work.start(run);
            }
            work.finish();
        }
    }
}

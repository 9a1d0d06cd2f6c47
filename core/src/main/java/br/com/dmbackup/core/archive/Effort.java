package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.BlockEncoder;
import java.util.function.IntFunction;

/**
 * How an archive's new blocks are made.
 *
 * @param encoders make an encoder of blocks up to a length
 * @param threads how many processors are used
 */
record Effort(IntFunction<BlockEncoder> encoders, int threads) {
    /** As quickly as the machine can. */
    static final Effort QUICK = new Effort(BlockEncoder::new, OrderedWork.ALL_THREADS);
    /** As short as can be, by one processor and in the memory that a run beside leaves. */
    static final Effort STRONG = new Effort(BlockEncoder::strong, 1);
}

package br.com.dmbackup.core.archive.block;

import java.util.Arrays;

/**
 * The proven blocks of an index by their SHA-256: one number for each in an open hash table, 400,000 blocks in 4 MB.
 * Immutable, and so thread-safe.
 */
public final class BlockLookup {
    private static final int NONE = -1;

    private final BlockIndex index;
    private final int[] table;

    public BlockLookup(BlockIndex index) {
        this.index = index;
        table = new int[Integer.highestOneBit(Math.max(2, index.blocks())) << 2];
        Arrays.fill(table, NONE);
        for (int number = 0; number < index.blocks(); number++) {
            if (index.proven(number)) {
                enter(number);
            }
        }
    }

    private void enter(int number) {
        int place = place(index.keyOf(number));
        while (table[place] != NONE) {
            if (index.sameContent(table[place], number)) {
                return;
            }
            place = next(place);
        }
        table[place] = number;
    }

    /** Number of a proven block with this fingerprint; less than 0 when there is none. */
    public int find(Fingerprint print) {
        int place = place(BlockIndex.keyOf(print.sha256()));
        while (table[place] != NONE) {
            if (index.hasSha256(table[place], print.sha256())) {
                Block block = index.block(table[place]);
                return block.plainBytes() == print.plainBytes() && block.crc32() == print.crc32() ? table[place] : NONE;
            }
            place = next(place);
        }
        return NONE;
    }

    /** SHA-256 scatters by itself: some bits of it are place enough. */
    private int place(long key) {
        return (int) key & (table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }
}

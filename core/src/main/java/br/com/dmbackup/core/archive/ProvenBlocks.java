package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockDecoder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What was proven of blocks in one verification of many archives: that these encoded bytes inflate to what an index
 * line says. Only the inflating is a function of nothing but the encoded bytes, so only that may be remembered;
 * whether the bytes are really there is asked of every archive anew.
 *
 * <p>A block is remembered by 128 bits of SHA-256 over its encoded bytes, as they were read, and everything that was
 * proven of them (SHA-256, lengths and CRC-32 of the plain bytes). The 64-bit checksum of the index would do against
 * rot, but two blocks of the same one are easily made by whoever wants to.
 *
 * <p>For many threads. Takes 16 MiB in the end, half as much again while it grows; blocks beyond {@value #MOST_BLOCKS}
 * are not remembered, and so inflated wherever they stand.
 */
public final class ProvenBlocks {
    /** Twelve dumps of 10 GB that have nothing in common, or one of 130 GB. */
    static final int MOST_BLOCKS = 1 << 19;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LEAST_SLOTS = 1 << 10;

    /** Open addressing, at most half full, two values for each slot; both are 0 where nothing stands. */
    private long[] table = new long[2 * LEAST_SLOTS];
    private int blocks;

    /**
     * Whether the encoded bytes are those that the index speaks of, and inflate to the dump's own: by inflating them,
     * or because the same bytes were inflated before.
     */
    boolean right(BlockDecoder decoder, Block block, ByteBuffer encoded) {
        if (!decoder.encodedRight(block, encoded)) {
            return false;
        }
        byte[] digest = decoder.digestOfClaim(block, encoded);
        if (contain(digest)) {
            return true;
        }
        boolean right = decoder.inflatesRight(block, encoded);
        if (right) {
            add(digest);
        }
        return right;
    }

    /** How many blocks are remembered. */
    synchronized int size() {
        return blocks;
    }

    synchronized boolean contain(byte[] digest) {
        return table[slot(first(digest), second(digest))] != 0;
    }

    synchronized void add(byte[] digest) {
        if (blocks == MOST_BLOCKS) {
            return;
        }
        long first = first(digest);
        long second = second(digest);
        int slot = slot(first, second);
        if (table[slot] == 0) {
            table[slot] = first;
            table[slot + 1] = second;
            blocks++;
            if (4 * blocks > table.length) {
                grow();
            }
        }
    }

    private void grow() {
        long[] small = table;
        table = new long[2 * small.length];
        for (int at = 0; at < small.length; at += 2) {
            if (small[at] != 0) {
                int slot = slot(small[at], small[at + 1]);
                table[slot] = small[at];
                table[slot + 1] = small[at + 1];
            }
        }
    }

    /** Where these two stand, or could stand. */
    private int slot(long first, long second) {
        int slot = (int) first & (table.length - 2);
        while (table[slot] != 0 && (table[slot] != first || table[slot + 1] != second)) {
            slot = (slot + 2) & (table.length - 2);
        }
        return slot;
    }

    private static long first(byte[] digest) {
        long first = (long) LONG.get(digest, 0);
        return first == 0 ? 1 : first;
    }

    private static long second(byte[] digest) {
        return (long) LONG.get(digest, Long.BYTES);
    }
}

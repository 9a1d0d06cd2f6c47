package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockIndex;
import java.nio.ByteBuffer;

/**
 * In which archive a block stands, by eight bytes of its SHA-256: 16 bytes for each place, at most half of which are
 * taken. What is found must be compared with the archive's own line. Blocks beyond {@value #MOST_BLOCKS} are not known,
 * and so sent again.
 */
final class BlockTable {
    /** Different blocks of all archives of a server: 32 MiB of memory. */
    static final int MOST_BLOCKS = 1 << 20;

    private static final int LEAST_PLACES = 1 << 12;

    private long[] keys = new long[LEAST_PLACES];
    private int[] archives = new int[LEAST_PLACES];
    private int[] numbers = new int[LEAST_PLACES];
    private int blocks;

    /**
     * Enters the blocks of an archive.
     *
     * @param instead whether it takes the place of archives that have the same blocks
     */
    void enter(int archive, BlockIndex index, boolean instead) {
        for (int number = 0; number < index.blocks(); number++) {
            Block block = index.block(number);
            if (block.proven()) {
                enter(key(block.sha256()), archive, number, instead);
            }
        }
    }

    private void enter(long key, int archive, int number, boolean instead) {
        int place = place(key);
        if (keys[place] == 0) {
            if (blocks == MOST_BLOCKS) {
                return;
            }
            if (2 * (blocks + 1) > keys.length) {
                grow();
                place = place(key);
            }
            keys[place] = key;
            blocks++;
        } else if (!instead) {
            return;
        }
        archives[place] = archive;
        numbers[place] = number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldArchives = archives;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        archives = new int[keys.length];
        numbers = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int place = place(oldKeys[old]);
                keys[place] = oldKeys[old];
                archives[place] = oldArchives[old];
                numbers[place] = oldNumbers[old];
            }
        }
    }

    /** Where it may stand; less than 0 when it stands nowhere. */
    int find(byte[] sha256) {
        int place = place(key(sha256));
        return keys[place] == 0 ? -1 : place;
    }

    /** The archive's number at a place that was found. */
    int archive(int place) {
        return archives[place];
    }

    /** The block's number in it. */
    int number(int place) {
        return numbers[place];
    }

    boolean full() {
        return blocks == MOST_BLOCKS;
    }

    private static long key(byte[] sha256) {
        long key = ByteBuffer.wrap(sha256).getLong();
        return key == 0 ? 1 : key;
    }

    private int place(long key) {
        int place = (int) key & (keys.length - 1);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }
}

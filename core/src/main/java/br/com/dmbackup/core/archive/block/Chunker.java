package br.com.dmbackup.core.archive.block;

/** Finds where a dump is cut, from its bytes alone, so that unchanged data yields unchanged blocks. Stateless. */
public interface Chunker {
    /** The number that stands for this chunker in the index. */
    int id();

    /** About how long a block becomes, in bytes. */
    int averageBytes();

    /** Length of a block that is cut off the dump's begin before anything else; 0 for none. */
    default int firstCut() {
        return 0;
    }

    /** No block is longer. */
    int maximumBytes();

    /**
     * Length of the next block, at least 1 and at most {@link #maximumBytes}.
     *
     * @param from where the block begins
     * @param to end of the bytes at hand: at least {@code from + maximumBytes()}, or the end of the dump
     */
    int nextLength(byte[] bytes, int from, int to);
}

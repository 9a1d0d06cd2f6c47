package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Chunker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Reads a dump forward, right into stretches, and cuts it into blocks. */
final class DumpCutter {
    /** What is read at once stays in a processor's cache until it is where it belongs. */
    private static final int READ_AT_ONCE = 256 << 10;

    private final ReadableByteChannel dump;
    private final byte[] rest;
    private int restBytes;
    private boolean ended;
    private boolean begun;

    DumpCutter(ReadableByteChannel dump, int stretchBytes) {
        this.dump = dump;
        this.rest = new byte[stretchBytes];
    }

    /**
     * Fills a stretch with what follows; what cannot be cut yet is kept for the next one.
     *
     * @return how many bytes the stretch got, those that are kept included; 0 after the last
     */
    int fill(DumpStretch stretch) throws IOException {
        byte[] plain = stretch.plain();
        System.arraycopy(rest, 0, plain, 0, restBytes);
        int filled = restBytes;
        restBytes = 0;
        while (!ended && filled < plain.length) {
            int read = dump.read(ByteBuffer.wrap(plain, filled, Math.min(READ_AT_ONCE, plain.length - filled)));
            ended = read < 0;
            filled += Math.max(0, read);
        }
        return filled;
    }

    /** Cuts what {@link #fill} put there. */
    void cut(DumpStretch stretch, int filled, Chunker chunker) {
        int from = begun ? 0 : Math.min(filled, chunker.firstCut());
        if (from > 0) {
            stretch.cutAt(from);
        }
        begun = true;
        while (from < filled && stretch.cuts() < DumpStretch.MOST_BLOCKS) {
            int length = chunker.nextLength(stretch.plain(), from, filled);
            boolean more = length == filled - from && length < chunker.maximumBytes() && !ended;
            if (more) {
                break;
            }
            from += length;
            stretch.cutAt(from);
        }
        restBytes = filled - from;
        System.arraycopy(stretch.plain(), from, rest, 0, restBytes);
    }
}

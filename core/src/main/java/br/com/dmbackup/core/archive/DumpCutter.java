package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Chunker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Reads a dump forward through one buffer and cuts it into blocks. */
final class DumpCutter {
    private static final int READ_AHEAD = 1 << 20;

    private final ReadableByteChannel dump;
    private final Chunker chunker;
    private final ByteBuffer window;
    private boolean ended;

    DumpCutter(ReadableByteChannel dump, Chunker chunker) {
        this.dump = dump;
        this.chunker = chunker;
        this.window = ByteBuffer.allocate(chunker.maximumBytes() + READ_AHEAD).limit(0);
    }

    /** Copies the next block to the target, which has room for the chunker's longest; 0 after the last. */
    int next(byte[] target) throws IOException {
        fill();
        if (!window.hasRemaining()) {
            return 0;
        }
        int length = chunker.nextLength(window.array(), window.position(), window.limit());
        window.get(target, 0, length);
        return length;
    }

    private void fill() throws IOException {
        if (ended || window.remaining() >= chunker.maximumBytes()) {
            return;
        }
        window.compact();
        while (!ended && window.position() < chunker.maximumBytes()) {
            ended = dump.read(window) < 0;
        }
        window.flip();
    }
}

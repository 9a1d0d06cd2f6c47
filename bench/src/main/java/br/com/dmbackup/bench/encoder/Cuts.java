package br.com.dmbackup.bench.encoder;

import br.com.dmbackup.core.archive.block.Chunker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a file forward and cuts it. */
final class Cuts {
    private static final int READ_AHEAD = 4 << 20;

    private Cuts() {}

    /** What is done with a block, which is the taker's own. */
    interface Taker {
        void take(byte[] block) throws InterruptedException;
    }

    static void of(Path file, Chunker chunker, Taker taker) throws IOException, InterruptedException {
        ByteBuffer window = ByteBuffer.allocate(chunker.maximumBytes() + READ_AHEAD).limit(0);
        try (FileChannel channel = FileChannel.open(file)) {
            boolean ended = false;
            while (true) {
                if (!ended && window.remaining() < chunker.maximumBytes()) {
                    window.compact();
                    while (!ended && window.hasRemaining()) {
                        ended = channel.read(window) < 0;
                    }
                    window.flip();
                }
                if (!window.hasRemaining()) {
                    return;
                }
                int from = window.position();
                int length = chunker.nextLength(window.array(), from, window.limit());
                taker.take(Arrays.copyOfRange(window.array(), from, from + length));
                window.position(from + length);
            }
        }
    }
}

package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.core.backup.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;

/** A file read forward, once, through one buffer. All numbers of the format are little-endian ("Data Types"). */
final class ForwardBytes {
    /** The most that can be asked for at once: a block's fields and texts, whose offsets have 16 bits. */
    static final int MOST = 1 << 16;
    private static final int CAPACITY = 2 * MOST;

    private final ReadableByteChannel source;
    private final long totalBytes;
    private final Progress progress;
    private final ByteBuffer buffer = ByteBuffer.allocate(CAPACITY).limit(0);
    private long position;

    /** @param totalBytes how long the source is, for the progress; -1 where it is not known */
    ForwardBytes(ReadableByteChannel source, long totalBytes, Progress progress) {
        this.source = source;
        this.totalBytes = totalBytes;
        this.progress = progress;
    }

    /** Where the next byte stands in the file. */
    long position() {
        return position;
    }

    boolean ended() throws IOException {
        return ahead(1) == 0;
    }

    /** The next bytes, without passing them; fewer where the file ends. */
    ByteBuffer peek(int count) throws IOException {
        // Asked first: it moves what is in the buffer.
        int length = ahead(count);
        return buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The next bytes, which are passed. Valid until the next call.
     *
     * @throws Broken when the file ends before
     */
    ByteBuffer take(int count) throws IOException, Broken {
        ByteBuffer bytes = peek(count);
        advance(bytes.remaining());
        if (bytes.remaining() < count) {
            throw new Broken(MtfDamage.Part.END, position);
        }
        return bytes;
    }

    /** Passes over bytes, as long as there are any. */
    void skip(long count) throws IOException, Broken {
        long rest = count;
        while (rest > 0) {
            int step = ahead((int) Math.min(rest, MOST));
            if (step == 0) {
                throw new Broken(MtfDamage.Part.END, position);
            }
            advance(step);
            rest -= step;
        }
    }

    private void advance(int count) {
        buffer.position(buffer.position() + count);
        position += count;
    }

    private int ahead(int count) throws IOException {
        while (buffer.remaining() < count) {
            buffer.compact();
            int read = source.read(buffer);
            buffer.flip();
            if (read < 0) {
                return Math.min(count, buffer.remaining());
            }
            progress.advanced(position + buffer.remaining(), totalBytes);
        }
        return count;
    }
}

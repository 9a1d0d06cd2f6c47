package br.com.dmbackup.core.archive.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * A file's bytes at their offsets, for many threads at once: a {@link FileChannel} is read in parallel, any other
 * channel by one thread after the other.
 */
public final class ZipBytes {
    private final SeekableByteChannel channel;
    private final long length;

    public ZipBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    public long length() {
        return length;
    }

    /**
     * Fills the buffer's remaining bytes from {@code offset} on.
     *
     * @throws EOFException when the file ends before
     */
    public void read(long offset, ByteBuffer target) throws IOException {
        if (offset < 0 || offset > length - target.remaining()) {
            throw new EOFException("offset " + offset);
        }
        if (channel instanceof FileChannel file) {
            long at = offset;
            while (target.hasRemaining()) {
                at += more(file.read(target, at));
            }
        } else {
            readInTurn(offset, target);
        }
    }

    private synchronized void readInTurn(long offset, ByteBuffer target) throws IOException {
        channel.position(offset);
        while (target.hasRemaining()) {
            more(channel.read(target));
        }
    }

    private static int more(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    /** A small piece, little-endian, ready to be read. */
    ByteBuffer piece(long offset, int bytes) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        read(offset, piece);
        return piece.flip();
    }
}

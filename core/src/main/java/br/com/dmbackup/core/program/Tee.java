package br.com.dmbackup.core.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A stream whose every byte goes to a witness too, before its reader gets it. At its end the witness is closed. */
public final class Tee implements ReadableByteChannel {
    private final ReadableByteChannel source;
    private final OutputStream witness;
    private final byte[] piece = new byte[Pumps.PIECE];
    private long bytes;

    public Tee(ReadableByteChannel source, OutputStream witness) {
        this.source = source;
        this.witness = witness;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int start = target.position();
        int length = source.read(target);
        if (length < 0) {
            witness.close();
            return length;
        }
        ByteBuffer copy = target.duplicate().flip().position(start);
        while (copy.hasRemaining()) {
            int part = Math.min(copy.remaining(), piece.length);
            copy.get(piece, 0, part);
            witness.write(piece, 0, part);
        }
        bytes += length;
        return length;
    }

    /** How many bytes have gone by. */
    public long bytes() {
        return bytes;
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

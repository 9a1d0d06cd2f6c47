package br.com.dmbackup.core.engine.opaque;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** Counts what flows through it, and keeps its first and its last bytes. */
public final class MarkedChannel implements ReadableByteChannel {
    /** How many of each. */
    public static final int KEPT_BYTES = 4096;

    private final ReadableByteChannel inner;
    private final byte[] first = new byte[KEPT_BYTES];
    private final byte[] last = new byte[KEPT_BYTES];
    private long bytes;
    private int lastBytes;
    private boolean ended;

    public MarkedChannel(ReadableByteChannel inner) {
        this.inner = inner;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        ByteBuffer view = target.duplicate();
        int read = inner.read(target);
        if (read < 0) {
            ended = true;
        } else {
            view.limit(view.position() + read);
            keep(view);
            bytes += read;
        }
        return read;
    }

    private void keep(ByteBuffer view) {
        if (bytes < KEPT_BYTES) {
            int room = (int) Math.min(KEPT_BYTES - bytes, view.remaining());
            view.duplicate().get(first, (int) bytes, room);
        }
        int taken = Math.min(KEPT_BYTES, view.remaining());
        int stays = Math.min(lastBytes, KEPT_BYTES - taken);
        System.arraycopy(last, lastBytes - stays, last, 0, stays);
        view.position(view.limit() - taken).get(last, stays, taken);
        lastBytes = stays + taken;
    }

    public long bytes() {
        return bytes;
    }

    /** Whether it was read to its end. */
    public boolean ended() {
        return ended;
    }

    public byte[] first() {
        return Arrays.copyOf(first, (int) Math.min(bytes, KEPT_BYTES));
    }

    public byte[] last() {
        return Arrays.copyOf(last, lastBytes);
    }

    @Override
    public boolean isOpen() {
        return inner.isOpen();
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }
}

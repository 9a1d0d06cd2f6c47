package br.com.dmbackup.core.destination;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Read-only view of a channel that tells the watch of every read. */
class SignallingChannel implements SeekableByteChannel {
    final SeekableByteChannel inner;
    final Watch watch;

    SignallingChannel(SeekableByteChannel inner, Watch watch) {
        this.inner = inner;
        this.watch = watch;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = inner.read(target);
        watch.alive();
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new java.nio.channels.NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new java.nio.channels.NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return inner.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        inner.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return inner.size();
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

package br.com.dmbackup.core.destination;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel none of whose reads can hang. Each read costs a change of thread: for large reads only. */
final class WatchedChannel extends SignallingChannel {
    WatchedChannel(SeekableByteChannel inner, Watch watch) {
        super(inner, watch);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return watched(() -> super.read(target));
    }

    @Override
    public long size() throws IOException {
        return watched(super::size);
    }

    @Override
    public void close() throws IOException {
        watched(() -> {
            super.close();
            return true;
        });
    }

    private <T> T watched(Reading<T> reading) throws IOException {
        try {
            return watch.ask(() -> {
                try {
                    return reading.read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}

package br.com.dmbackup.terminal.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who reads which archive: one that is being read is not taken to pieces. Thread-safe. */
final class Readers {
    private final Map<Integer, Integer> readers = new HashMap<>();

    /** Opens an archive for reading. */
    synchronized SeekableByteChannel open(int archive, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        readers.merge(archive, 1, Integer::sum);
        return new Reading(channel, () -> left(archive));
    }

    private synchronized void left(int archive) {
        readers.computeIfPresent(archive, (number, count) -> count == 1 ? null : count - 1);
    }

    @FunctionalInterface
    interface Going {
        void done() throws IOException;
    }

    /** Does away with an archive, unless somebody reads it; nobody begins to meanwhile. */
    synchronized boolean unlessRead(int archive, Going going) throws IOException {
        if (readers.containsKey(archive)) {
            return false;
        }
        going.done();
        return true;
    }

    /** Bytes that are only read. */
    private static final class Reading implements SeekableByteChannel {
        private final FileChannel channel;
        private final Runnable left;
        private final AtomicBoolean open = new AtomicBoolean(true);

        Reading(FileChannel channel, Runnable left) {
            this.channel = channel;
            this.left = left;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return channel.read(target);
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long newPosition) throws IOException {
            channel.position(newPosition);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            if (open.compareAndSet(true, false)) {
                left.run();
                channel.close();
            }
        }
    }
}

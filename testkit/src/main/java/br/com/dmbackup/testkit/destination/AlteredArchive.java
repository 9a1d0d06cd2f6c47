package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/** A source seen through something that changes its bytes on their way. */
sealed interface AlteredArchive extends ArchiveSource {
    ArchiveSource source();

    @Override
    default long sizeBytes() {
        return source().sizeBytes();
    }

    @Override
    default Instant modifiedAt() {
        return source().modifiedAt();
    }

    /** Ends early, and says so. */
    record Truncated(ArchiveSource source, long toBytes) implements AlteredArchive {
        @Override
        public long sizeBytes() {
            return Math.min(toBytes, source.sizeBytes());
        }

        @Override
        public SeekableByteChannel open() {
            return source.open();
        }
    }

    /** One bit turned over. */
    record Flipped(ArchiveSource source, long atByte) implements AlteredArchive {
        @Override
        public SeekableByteChannel open() {
            return new AlteringChannel(source.open(), (bytes, position, count) -> {
                long index = atByte - position;
                if (index >= 0 && index < count) {
                    int at = bytes.position() - count + (int) index;
                    bytes.put(at, (byte) (bytes.get(at) ^ 0x10));
                }
            });
        }
    }

    /** The disk is full after so many bytes. */
    record Limited(ArchiveSource source, long limitBytes, String destination) implements AlteredArchive {
        @Override
        public SeekableByteChannel open() {
            return new AlteringChannel(source.open(), (bytes, position, count) -> {
                if (position + count > limitBytes) {
                    throw BackupFault.of(FaultCode.DESTINATION_FULL, destination, sizeBytes(), 0L);
                }
            });
        }
    }

    /** Sees bytes after each read: they stand before the buffer's position. */
    interface Alteration {
        void read(ByteBuffer bytes, long position, int count);
    }

    /** Reads another channel and lets an alteration at the bytes. */
    record AlteringChannel(SeekableByteChannel real, Alteration alteration) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer target) throws IOException {
            long position = real.position();
            int count = real.read(target);
            if (count > 0) {
                alteration.read(target, position, count);
            }
            return count;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return real.write(source);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public SeekableByteChannel position(long newPosition) throws IOException {
            real.position(newPosition);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return real.isOpen();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}

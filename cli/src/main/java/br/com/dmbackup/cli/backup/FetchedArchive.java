package br.com.dmbackup.cli.backup;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.ArchiveStream;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An archive that is fetched from the agent while it is written; each opening fetches it from its beginning. */
final class FetchedArchive implements ArchiveSource, AutoCloseable {
    private final LocalAgent agent;
    private final String backup;
    private final String name;
    private final long sizeBytes;
    private final Instant modifiedAt;
    private @Nullable ArchiveStream first;

    FetchedArchive(LocalAgent agent, String backup) {
        this.agent = agent;
        this.backup = backup;
        ArchiveStream stream = agent.archive(backup);
        this.first = stream;
        this.name = stream.name();
        this.sizeBytes = stream.sizeBytes();
        this.modifiedAt = stream.modifiedAt();
    }

    String name() {
        return name;
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public Instant modifiedAt() {
        return modifiedAt;
    }

    @Override
    public SeekableByteChannel open() {
        ArchiveStream stream = first == null ? agent.archive(backup) : first;
        first = null;
        return new Forward(stream);
    }

    @Override
    public void close() {
        if (first != null) {
            first.close();
        }
    }

    /** Read from its beginning to its end, and in no other way. */
    private static final class Forward implements SeekableByteChannel {
        private final ArchiveStream stream;
        private long position;
        private boolean open = true;

        Forward(ArchiveStream stream) {
            this.stream = stream;
        }

        @Override
        public int read(ByteBuffer target) {
            byte[] piece = new byte[Math.min(target.remaining(), 64 << 10)];
            try {
                int read = stream.body().read(piece);
                if (read > 0) {
                    target.put(piece, 0, read);
                    position += read;
                }
                return read;
            } catch (IOException e) {
                // Not a failure of the folder into which it goes.
                throw AgentFault.of(FaultCode.AGENT_UNREACHABLE, stream.name(), Phrase.of("why.no_agent")).causedBy(e);
            }
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            if (newPosition != position) {
                throw new UnsupportedOperationException("read forward alone");
            }
            return this;
        }

        @Override
        public long size() {
            return stream.sizeBytes();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            stream.close();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }
    }
}

package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.program.ByteRing;
import br.com.dmbackup.engine.sqlserver.mtf.DumpHead;
import br.com.dmbackup.engine.sqlserver.mtf.MtfContents;
import br.com.dmbackup.engine.sqlserver.mtf.MtfReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dump on its way to the archive, shown to {@link MtfReader} on a thread of its own as it goes by: it is read once,
 * both cores work, and no more than a few pieces lie between them.
 */
final class ProvingChannel implements ReadableByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(ProvingChannel.class);
    private static final int BETWEEN = 1 << 20;

    private final FileChannel file;
    private final long fileBytes;
    private final ByteRing ring = new ByteRing(BETWEEN);
    private final FutureTask<Proof> proof;
    private long passed;
    private boolean listening = true;

    /**
     * What the witness saw.
     *
     * @param contents none where it is no dump that can be read without its server
     */
    record Proof(DumpHead head, Optional<MtfContents> contents) {}

    ProvingChannel(Path dump) throws IOException {
        file = FileChannel.open(dump);
        fileBytes = file.size();
        proof = new FutureTask<>(this::watch);
        Thread.ofPlatform().daemon().name("dump witness").start(proof);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int start = target.position();
        int length = file.read(target);
        if (length > 0) {
            passed += length;
            show(target.duplicate().flip().position(start));
        }
        return length;
    }

    /** Whether all of the file has gone by. */
    boolean sawAll() {
        return passed == fileBytes;
    }

    /** Waits for the witness, who has seen all bytes that went by. */
    Proof proof() throws IOException, InterruptedException {
        ring.end();
        try {
            return proof.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    /** The reader's end; the witness may still be at work. */
    @Override
    public void close() throws IOException {
        if (!sawAll()) {
            ring.abandon();
        }
        file.close();
    }

    /** Nobody will ask the witness any more. */
    void dismiss() throws IOException {
        ring.abandon();
        close();
    }

    private void show(ByteBuffer bytes) throws IOException {
        try {
            listening = listening && ring.put(bytes);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            file.close();
            throw new ClosedByInterruptException();
        }
    }

    private Proof watch() throws IOException {
        try {
            MtfReader reader = new MtfReader(new RingChannel(ring), fileBytes, Progress.NONE);
            DumpHead head = reader.head();
            return new Proof(head, head == DumpHead.TAPE_FORMAT ? read(reader) : Optional.empty());
        } finally {
            ring.abandon();
        }
    }

    /** A witness who stumbles over a file of which nobody told him is no proof against it. */
    private static Optional<MtfContents> read(MtfReader reader) throws IOException {
        try {
            return Optional.of(reader.read());
        } catch (RuntimeException stumbled) {
            LOG.warn("a backup file could not be understood", stumbled);
            return Optional.empty();
        }
    }

    /** The witness' side of the ring. */
    private record RingChannel(ByteRing ring) implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer target) throws IOException {
            try {
                return ring.take(target);
            } catch (InterruptedException nobodyDoes) {
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            }
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            ring.abandon();
        }
    }
}

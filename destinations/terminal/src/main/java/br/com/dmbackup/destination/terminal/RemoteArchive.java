package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.wire.Limits;
import br.com.dmbackup.link.wire.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * The bytes of an archive at the terminal, over a connection of its own. Small reads are answered from the last piece that
 * was fetched; a lost connection is dialled anew once for each read, for a restore must not fail on a cable.
 */
final class RemoteArchive implements SeekableByteChannel {
    private static final int LEAST_PIECE = 64 << 10;

    private final Dialling dialling;
    private TerminalLine line;
    private Reading.Opened opened;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private long pieceAt;
    private long position;
    private boolean closed;

    /** Makes a connection on which the archive is open. */
    interface Dialling {
        TerminalLine dial();

        Reading.Opened open(TerminalLine line);
    }

    RemoteArchive(Dialling dialling) {
        this.dialling = dialling;
        this.line = dialling.dial();
        boolean isOpen = false;
        try {
            this.opened = dialling.open(line);
            isOpen = true;
        } finally {
            if (!isOpen) {
                line.close();
            }
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (position >= opened.sizeBytes()) {
            return -1;
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position < pieceAt || position >= pieceAt + piece.limit()) {
            fetch(Math.clamp(target.remaining(), LEAST_PIECE, Limits.PIECE_BYTES));
        }
        int from = (int) (position - pieceAt);
        int count = Math.min(target.remaining(), piece.limit() - from);
        target.put(piece.slice(from, count));
        position += count;
        return count;
    }

    private void fetch(int wished) throws IOException {
        int length = (int) Math.min(wished, opened.sizeBytes() - position);
        piece = bytes(length);
        if (!piece.hasRemaining()) {
            throw new IOException("no bytes at " + position + " of " + opened.sizeBytes());
        }
        pieceAt = position;
    }

    private ByteBuffer bytes(int length) throws IOException {
        try {
            return ask(length);
        } catch (BackupFault lost) {
            if (!LinkTroubles.mayPass(lost)) {
                throw lost;
            }
            line.close();
            line = dialling.dial();
            Reading.Opened again = dialling.open(line);
            if (again.sizeBytes() != opened.sizeBytes() || again.modifiedMillis() != opened.modifiedMillis()) {
                throw new IOException("another archive stands there now", lost);
            }
            opened = again;
            return ask(length);
        }
    }

    private ByteBuffer ask(int length) {
        return line.ask(new Reading.Read(opened.handle(), position, length), Reading.Bytes.class).data().slice();
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return opened.sizeBytes();
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        requireOpen();
        position = newPosition;
        return this;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    private void requireOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            line.close();
        }
    }
}

package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** Copies in pieces: small enough that progress moves and an interruption is heard, large enough to cost nothing. */
final class FileCopy {
    private static final int PIECE_BYTES = 4 << 20;
    private static final int BUFFER_BYTES = 256 << 10;
    private static final long SETTLE_BYTES = 64L << 20;

    private FileCopy() {}

    /**
     * @throws EOFException when the source ends before {@code sizeBytes}
     */
    static void copy(SeekableByteChannel from, FileChannel to, long sizeBytes, Progress progress) throws IOException {
        if (from instanceof FileChannel file) {
            inKernel(file, to, sizeBytes, progress);
        } else {
            throughBuffer(from, to, sizeBytes, progress);
        }
    }

    private static void inKernel(FileChannel from, FileChannel to, long sizeBytes, Progress progress)
            throws IOException {
        long done = 0;
        while (done < sizeBytes) {
            stopWhenInterrupted();
            long moved = from.transferTo(done, Math.min(PIECE_BYTES, sizeBytes - done), to);
            if (moved <= 0) {
                throw new EOFException("source ends after " + done + " bytes");
            }
            done += moved;
            settle(to, done - moved, done);
            progress.advanced(done, sizeBytes);
        }
    }

    private static void throughBuffer(SeekableByteChannel from, FileChannel to, long sizeBytes, Progress progress)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        long done = 0;
        while (done < sizeBytes) {
            stopWhenInterrupted();
            buffer.clear().limit((int) Math.min(BUFFER_BYTES, sizeBytes - done));
            if (from.read(buffer) < 0) {
                throw new EOFException("source ends after " + done + " bytes");
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                done += to.write(buffer);
            }
            settle(to, done - buffer.limit(), done);
            progress.advanced(done, sizeBytes);
        }
    }

    /** Now and then onto the drive, so that a slow one shows progress instead of one long silence at the end. */
    private static void settle(FileChannel to, long before, long done) throws IOException {
        if (before / SETTLE_BYTES != done / SETTLE_BYTES) {
            to.force(false);
        }
    }

    static void stopWhenInterrupted() throws ClosedByInterruptException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }
}

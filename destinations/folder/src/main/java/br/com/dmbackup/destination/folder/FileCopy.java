package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.disk.SteadyForce;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** Copies in pieces, small enough that progress moves, an interruption is heard, and no till beside waits for the disk. */
final class FileCopy {
    private static final int PIECE_BYTES = SteadyForce.PIECE_BYTES;

    private FileCopy() {}

    /**
     * Copies, and makes durable what it wrote.
     *
     * @param to the file, open for writing
     * @param carried whether this is the kind of drive that people carry about
     * @throws EOFException when the source ends before {@code sizeBytes}
     */
    static void copy(SeekableByteChannel from, Path file, FileChannel to, long sizeBytes, boolean carried,
            Progress progress) throws IOException {
        try (var durability = carried ? SteadyForce.hurried(to) : SteadyForce.unfelt(file, to)) {
            if (from instanceof FileChannel opened) {
                inKernel(opened, to, sizeBytes, durability, progress);
            } else {
                throughBuffer(from, to, sizeBytes, durability, progress);
            }
            durability.finish();
        }
    }

    private static void inKernel(FileChannel from, FileChannel to, long sizeBytes, SteadyForce durability,
            Progress progress) throws IOException {
        long done = 0;
        while (done < sizeBytes) {
            stopWhenInterrupted();
            long moved = from.transferTo(done, Math.min(PIECE_BYTES, sizeBytes - done), to);
            if (moved <= 0) {
                throw new EOFException("source ends after " + done + " bytes");
            }
            done += moved;
            durability.wrote(moved);
            progress.advanced(done, sizeBytes);
        }
    }

    private static void throughBuffer(SeekableByteChannel from, FileChannel to, long sizeBytes,
            SteadyForce durability, Progress progress) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE_BYTES);
        long done = 0;
        while (done < sizeBytes) {
            stopWhenInterrupted();
            buffer.clear().limit((int) Math.min(PIECE_BYTES, sizeBytes - done));
            if (from.read(buffer) < 0) {
                throw new EOFException("source ends after " + done + " bytes");
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                done += to.write(buffer);
            }
            durability.wrote(buffer.limit());
            progress.advanced(done, sizeBytes);
        }
    }

    static void stopWhenInterrupted() throws ClosedByInterruptException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }
}

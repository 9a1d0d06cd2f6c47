package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.destination.ArchiveSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** A file of the place as the source of its own copy, where the place knows no links. */
record FileArchive(Path file, long sizeBytes, Instant modifiedAt) implements ArchiveSource {
    private static final int BUFFER_BYTES = 256 << 10;

    FileArchive(Path file) throws IOException {
        this(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
    }

    @Override
    public SeekableByteChannel open() {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a copy gives our bytes. */
    boolean sameAs(SeekableByteChannel copy) throws IOException {
        ByteBuffer ours = ByteBuffer.allocateDirect(BUFFER_BYTES);
        ByteBuffer theirs = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (SeekableByteChannel original = open()) {
            do {
                fill(original, ours);
                fill(copy, theirs);
                if (!ours.equals(theirs)) {
                    return false;
                }
            } while (ours.hasRemaining());
            return true;
        }
    }

    private static void fill(SeekableByteChannel from, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = from.read(buffer);
        }
        buffer.flip();
    }
}

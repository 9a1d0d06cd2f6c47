package br.com.dmbackup.core.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dump that stands as a finished file. {@link #close} deletes it unless it was moved away before. */
public non-sealed interface FileDump extends Dump {
    Path file();

    /** How long the file is. */
    default long bytes() throws IOException {
        return Files.size(file());
    }

    /**
     * Reads the file from its first byte to its last. Again from the begin with each call; only the last of them counts
     * where the engine looks at the bytes as they go by.
     */
    default ReadableByteChannel open() throws IOException {
        return FileChannel.open(file());
    }
}

package br.com.dmbackup.agent;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/**
 * An archive that is being taken along, from the best place that holds it. That place stays open until it is closed.
 *
 * @param name such as {@code MCDados.zip}
 * @param sizeBytes its length
 * @param modifiedAt when it was made
 * @param whenClosed closes the place
 */
public record ArchiveBytes(String name, long sizeBytes, Instant modifiedAt, SeekableByteChannel bytes,
        Runnable whenClosed)
        implements
            AutoCloseable {
    @Override
    public void close() throws IOException {
        try {
            bytes.close();
        } finally {
            whenClosed.run();
        }
    }
}

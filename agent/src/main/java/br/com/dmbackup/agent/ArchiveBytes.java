package br.com.dmbackup.agent;

import br.com.dmbackup.core.installation.Installation;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/**
 * An archive that is being taken along, from the best place that holds it. Keeps that place open until it is closed.
 *
 * @param name such as {@code MCDados.zip}
 * @param sizeBytes its length
 * @param modifiedAt when it was made
 */
public record ArchiveBytes(String name, long sizeBytes, Instant modifiedAt, SeekableByteChannel bytes,
        Installation here)
        implements
            AutoCloseable {
    @Override
    public void close() throws IOException {
        try (here) {
            bytes.close();
        }
    }
}

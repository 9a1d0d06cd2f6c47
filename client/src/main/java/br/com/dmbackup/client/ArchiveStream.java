package br.com.dmbackup.client;

import java.io.Closeable;
import java.io.InputStream;
import java.time.Instant;

/**
 * An archive on its way from the agent. Its body breaks off with an exception, never silently.
 *
 * @param name such as {@code MCDados.zip}; no folder is ever in it
 */
public record ArchiveStream(String name, long sizeBytes, Instant modifiedAt, InputStream body, Closeable line)
        implements
            AutoCloseable {
    @Override
    public void close() {
        LocalAgent.closed(line);
    }
}

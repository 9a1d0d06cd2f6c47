package br.com.dmbackup.core.disk;

import java.io.IOException;

/** Where a file is written to, as {@link SteadyForce} sees it. Used by one thread at a time. */
public interface Disk extends AutoCloseable {
    /** After so many written bytes it is time to {@link #send}. */
    long stride();

    /** Brings what was written so far to the drive, so that nobody else's commit has to; durable or not. */
    void send() throws IOException;

    /** Makes everything written durable, the file's length with it. */
    void force() throws IOException;

    @Override
    void close();
}

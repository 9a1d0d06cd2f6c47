package br.com.dmbackup.agent;

import br.com.dmbackup.protocol.api.SentFile;
import java.io.IOException;
import java.io.InputStream;

/** Archives that administrators send, piece by piece; one at a time. Thread-safe. */
public interface SentFiles {
    /**
     * Makes room for a file of that length. It takes the place of the one before.
     *
     * @param name what people call it
     * @throws br.com.dmbackup.core.backup.BackupFault {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE};
     *         {@code API_TOO_MANY} while the last one is used
     */
    SentFile announce(String name, long sizeBytes);

    /**
     * Takes the next piece. One that breaks off half-way is as if it had not been sent.
     *
     * @param offset where it begins: where the one before ended
     * @param length how long it is
     * @throws br.com.dmbackup.core.backup.BackupFault {@code SENT_FILE_UNKNOWN}, {@code API_NOT_UNDERSTOOD},
     *         {@code OUTPUT_UNWRITABLE}
     */
    SentFile receive(String id, long offset, long length, InputStream piece) throws IOException;

    /** Throws the file away; one that is used stays until it was not touched for a while. */
    void drop(String id);
}

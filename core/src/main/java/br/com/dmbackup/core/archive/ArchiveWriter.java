package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * Writes one archive in one pass. First {@link #writeDump}, then {@link #finish}; {@link #close} without {@code finish}
 * leaves an unfinished file for the caller to remove. Used by one thread; compresses on its own threads.
 */
public final class ArchiveWriter implements AutoCloseable {

    private ArchiveWriter() {}

    /**
     * @param file must not exist
     * @param dumpName name of the dump's entry, such as {@code MCDados.bak}
     * @param modifiedAt the entry's time, on the store's clock
     */
    public static ArchiveWriter create(Path file, String dumpName, LocalDateTime modifiedAt) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the dump to its end, compressing and proving each block. Opens with the first bytes kept for
     * {@link WrittenDump#head}.
     *
     * @param expectedBytes the dump's length, or -1 when unknown; for progress alone
     */
    public WrittenDump writeDump(ReadableByteChannel dump, long expectedBytes, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Writes manifest, index and directory, and makes the file durable. */
    public ArchiveSummary finish(Manifest manifest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

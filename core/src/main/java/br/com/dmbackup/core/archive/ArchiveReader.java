package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads an archive: ours, or any ZIP that holds one dump. Opening reads the directory, the manifest and the index, not
 * the dump.
 */
public final class ArchiveReader implements AutoCloseable {

    private ArchiveReader() {}

    /**
     * Opens and takes over the channel, which {@link #close} closes (it is closed when this throws, too).
     *
     * @param name the archive's name, for faults
     * @throws br.com.dmbackup.core.backup.BackupFault {@code NOT_AN_ARCHIVE}, {@code ARCHIVE_TRUNCATED},
     *         {@code ARCHIVE_WITHOUT_ONE_DUMP}, {@code ARCHIVE_UNSUPPORTED}, {@code ARCHIVE_BOMB}; an archive of ours
     *         whose index or manifest is damaged still opens and says so in {@link #check}
     */
    public static ArchiveReader open(SeekableByteChannel bytes, String name) {
        throw new UnsupportedOperationException();
    }

    /** Whether DMBackup wrote it: it has a manifest that can be read. */
    public Optional<Manifest> manifest() {
        throw new UnsupportedOperationException();
    }

    /** Name of the dump inside, made harmless for showing. */
    public String dumpName() {
        throw new UnsupportedOperationException();
    }

    /** Length of the dump inside, as the directory says. */
    public long dumpBytes() {
        throw new UnsupportedOperationException();
    }

    /** Length of the archive. */
    public long archiveBytes() {
        throw new UnsupportedOperationException();
    }

    /** Reads the archive to the given depth and reports everything that is damaged; throws only when reading fails. */
    public ArchiveReport check(CheckDepth depth, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the dump to a new file, blocks in any order, each checked before it is written; durable on return.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code ARCHIVE_DAMAGED} when a block is not right: the file is
     *         removed; {@code OUTPUT_EXISTS}, {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE}
     */
    public void extractTo(Path newFile, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Writes the dump in order, each block checked before it is written. Does not close the stream. */
    public void extractTo(OutputStream sink, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

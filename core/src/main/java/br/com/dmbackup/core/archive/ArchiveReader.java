package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.BlockDecoder;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads an archive: ours, or any ZIP that holds one dump. Opening reads the directory, the manifest and the index, not
 * the dump.
 */
public final class ArchiveReader implements AutoCloseable {

    private final SeekableByteChannel channel;
    private final OpenedArchive archive;

    private ArchiveReader(SeekableByteChannel channel, OpenedArchive archive) {
        this.channel = channel;
        this.archive = archive;
    }

    /**
     * Opens and takes over the channel, which {@link #close} closes (it is closed when this throws, too).
     *
     * @param name the archive's name, for faults
     * @throws br.com.dmbackup.core.backup.BackupFault {@code NOT_AN_ARCHIVE}, {@code ARCHIVE_TRUNCATED},
     *         {@code ARCHIVE_WITHOUT_ONE_DUMP}, {@code ARCHIVE_UNSUPPORTED}, {@code ARCHIVE_BOMB},
     *         {@code ARCHIVE_DAMAGED} when the directory of a foreign ZIP is; an archive of ours with a damaged
     *         header, index, manifest or directory still opens and says so in {@link #check}
     */
    public static ArchiveReader open(SeekableByteChannel bytes, String name) {
        boolean opened = false;
        try {
            var reader = new ArchiveReader(bytes, OpenedArchive.open(new ZipBytes(bytes), name));
            opened = true;
            return reader;
        } catch (IOException e) {
            throw IoFaults.reading(name, e);
        } finally {
            if (!opened) {
                close(bytes, name);
            }
        }
    }

    /** Whether DMBackup wrote it, whole or damaged. */
    public boolean ours() {
        return archive.own().isPresent();
    }

    /** What DMBackup says of the backup; none in an archive of another program, or where it is damaged. */
    public Optional<Manifest> manifest() {
        return archive.own().flatMap(OwnArchive::manifest);
    }

    /** Name of the dump inside, made harmless for showing. */
    public String dumpName() {
        return archive.dumpName();
    }

    /** Length of the dump inside, as the directory says. */
    public long dumpBytes() {
        return archive.dump().plainBytes();
    }

    /** Length of the archive. */
    public long archiveBytes() {
        return archive.bytes().length();
    }

    /** Reads the archive to the given depth and reports everything that is damaged; throws only when reading fails. */
    public ArchiveReport check(CheckDepth depth, Progress progress) {
        return switch (depth) {
            case ENCODED -> check(depth, BlockDecoder::encodedRight, progress);
            case FULL -> check(depth, BlockDecoder::right, progress);
        };
    }

    /**
     * Checks in full as one of many archives: every byte is read and every encoded checksum compared; only what was
     * proven of the same encoded bytes before is not proven again.
     */
    public ArchiveReport check(ProvenBlocks proven, Progress progress) {
        return check(CheckDepth.FULL, proven::right, progress);
    }

    private ArchiveReport check(CheckDepth depth, BlockRun.Question question, Progress progress) {
        try {
            return new ArchiveExamination(archive, depth, question, progress).run();
        } catch (IOException e) {
            throw IoFaults.reading(archive.name(), e);
        }
    }

    /**
     * Writes the dump to a new file, blocks in any order, each checked before it is written; durable on return.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code ARCHIVE_DAMAGED} when a block is not right: the file is
     *         removed; {@code OUTPUT_EXISTS}, {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE}
     */
    public void extractTo(Path newFile, Progress progress) {
        new DumpExtraction(archive, progress).to(newFile);
    }

    /** Writes the dump in order, each block checked before it is written. Does not close the stream. */
    public void extractTo(OutputStream sink, Progress progress) {
        new DumpExtraction(archive, progress).to(sink);
    }

    @Override
    public void close() {
        close(channel, archive.name());
    }

    private static void close(SeekableByteChannel channel, String name) {
        try {
            channel.close();
        } catch (IOException e) {
            throw IoFaults.reading(name, e);
        }
    }
}

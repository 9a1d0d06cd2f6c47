package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Writes an archive of blocks that stand encoded already, whose dump was never here in one piece: first each
 * {@link #append}, then {@link #finish}; {@link #close} without {@code finish} leaves an unfinished file for the caller
 * to remove. For one thread.
 */
public final class ArchiveAssembly implements AutoCloseable {
    private final ArchiveBody body;

    private ArchiveAssembly(ArchiveBody body) {
        this.body = body;
    }

    /**
     * Creates the file.
     *
     * @param file must not exist
     * @param chunker the number of the one that cut the dump
     * @param averageBytes that chunker's average
     * @throws BackupFault {@code OUTPUT_EXISTS}, {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE}
     */
    public static ArchiveAssembly create(Path file, String dumpName, LocalDateTime modifiedAt, int chunker,
            int averageBytes) {
        var index = new BlockIndex(BlockEncoder.ELSEWHERE, chunker, averageBytes);
        return new ArchiveAssembly(ArchiveBody.create(file, dumpName, modifiedAt, index));
    }

    /**
     * Appends the dump's next block.
     *
     * @param block its line, whose place is set here; the caller has compared the encoded bytes with its checksum, and
     *        vouches that it is proven
     * @param encoded its encoded bytes, consumed
     * @throws BackupFault {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE}, {@code CANCELLED}
     */
    public void append(Block block, ByteBuffer encoded) {
        body.append(List.of(block.at(0)), encoded);
    }

    /**
     * The same, with the manifest's own bytes: a newer version may have written more into it than this one knows.
     *
     * @param json of that manifest
     * @throws IllegalArgumentException when the manifest speaks of another dump
     */
    public ArchiveSummary finish(Manifest manifest, byte[] json) {
        body.endBlocks();
        return body.finish(manifest, json);
    }

    /** SHA-256 over the ordered (length, block SHA-256) list of what was appended, lower-case hexadecimal. */
    public String dumpDigest() {
        return body.index().dumpDigest();
    }

    /**
     * Ends the dump, writes manifest, index and directory, and makes the file durable.
     *
     * @throws IllegalArgumentException when the manifest speaks of another dump
     */
    public ArchiveSummary finish(Manifest manifest) {
        body.endBlocks();
        return body.finish(manifest);
    }

    @Override
    public void close() {
        body.close();
    }
}

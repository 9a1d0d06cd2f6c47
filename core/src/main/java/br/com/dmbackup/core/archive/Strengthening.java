package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.BooleanSupplier;

/**
 * Makes a second archive of the same dump in idle time, whose blocks are compressed more strongly. It is no backup but a
 * pool of blocks for the next one, which takes them as from any {@link ArchiveBase}; the first stays as it is. Opened
 * without a seal, it is doubted: each block taken from it is proven, so that it may be lost, cut or damaged without
 * harm.
 */
public record Strengthening(ArchiveBase archive) {

    /** How many bytes of the dump stand in blocks that were not compressed strongly yet. */
    public long weakBytes() {
        BlockIndex index = archive.index();
        long weak = 0;
        for (int number = 0; number < index.blocks(); number++) {
            weak += index.block(number).encoder() == BlockEncoder.STRONG ? 0 : index.block(number).plainBytes();
        }
        return weak;
    }

    /**
     * Writes the second archive.
     *
     * @param newFile removed again when this throws
     * @param stop asked for each block
     * @throws BackupFault {@code CANCELLED} within a second of being stopped or interrupted; {@code ARCHIVE_DAMAGED};
     *         as {@link ArchiveWriter}
     */
    public ArchiveSummary write(Path newFile, LocalDateTime modifiedAt, BooleanSupplier stop, Progress progress) {
        Manifest manifest = archive.manifest().orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_UNSUPPORTED,
                newFile.toString(), ArchiveParts.MANIFEST_NAME));
        boolean whole = false;
        try (ReadableByteChannel dump = archive.dump(stop);
                ArchiveWriter writer = ArchiveWriter.create(newFile, manifest.dumpName(), modifiedAt,
                        new StrongBlocks(archive), Effort.STRONG)) {
            WrittenDump written = writer.writeDump(dump, manifest.dumpBytes(), progress);
            ArchiveSummary summary = writer.finish(manifest.withDigest(written.dumpDigest()));
            whole = true;
            return summary;
        } catch (IOException e) {
            throw IoFaults.writing(newFile, 0, e);
        } finally {
            if (!whole) {
                remove(newFile);
            }
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw IoFaults.writing(file, 0, e);
        }
    }
}

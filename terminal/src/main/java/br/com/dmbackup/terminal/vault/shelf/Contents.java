package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.archive.ArchiveBase;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an archive's own index and manifest say, both found whole.
 *
 * @param seal of its index, by which it is known again
 * @param blocks how many
 * @param linesOffset where the line of the first block stands in the file
 */
public record Contents(BackupId backup, Instant startedAt, DumpMeasure measure, String dumpDigest, String seal,
        int blocks, long linesOffset) {

    /**
     * Reads them.
     *
     * @param index handed over before it is forgotten
     * @return none for what is not an archive of ours, or one whose index or manifest is damaged
     */
    static Optional<Contents> read(Path file, Consumer<BlockIndex> index) throws IOException {
        try (ArchiveBase base = ArchiveBase.open(FileChannel.open(file, StandardOpenOption.READ), file.toString(),
                Optional.empty())) {
            Optional<Contents> contents = base.manifest().map(manifest -> of(manifest, base));
            contents.ifPresent(found -> index.accept(base.index()));
            return contents;
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.CANCELLED) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    /** Of an archive of ours that is whole so far; none for any other file. */
    public static Optional<Contents> of(Path file) throws IOException {
        return read(file, index -> {});
    }

    private static Contents of(Manifest manifest, ArchiveBase base) {
        return new Contents(manifest.backup(), manifest.startedAt(), DumpMeasure.of(manifest), manifest.dumpDigest(),
                IndexBytes.seal(base.index()), base.index().blocks(), base.linesOffset());
    }
}

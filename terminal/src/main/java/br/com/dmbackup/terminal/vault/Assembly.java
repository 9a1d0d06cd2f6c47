package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.archive.ArchiveAssembly;
import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.ArchiveSummary;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.archive.ManifestJson;
import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.EncodedChecksum;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import br.com.dmbackup.terminal.vault.shelf.ShelfReading;
import br.com.dmbackup.terminal.vault.shelf.ShelfReading.Found;
import br.com.dmbackup.terminal.vault.spool.BlockKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One archive being made of blocks that are here. Nothing is copied unseen: each block's encoded bytes are compared with
 * their checksum, and where this terminal never proved them, or not for long, they are inflated.
 */
final class Assembly {
    private final Store store;
    private final Plan plan;
    private final Admissions admissions;
    private final Progress progress;
    private final EncodedChecksum checksum = new EncodedChecksum();
    private byte[] buffer = new byte[256 << 10];

    Assembly(Store store, Plan plan, Admissions admissions, Progress progress) {
        this.store = store;
        this.plan = plan;
        this.admissions = admissions;
        this.progress = progress;
    }

    /** Where a block was found not to be right: the archive, or the spool where it is none. */
    static final class WrongBlock extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Optional<HeldArchive> archive;

        WrongBlock(Optional<HeldArchive> archive) {
            this.archive = archive;
        }

        Optional<HeldArchive> archive() {
            return archive;
        }
    }

    /**
     * Writes the archive, makes it durable, and reads it back.
     *
     * @param file must not exist; removed when this throws
     */
    ArchiveSummary write(Path file, Survey survey, ShelfReading reading) throws IOException, WrongBlock {
        boolean whole = false;
        try {
            ArchiveSummary summary = assemble(file, survey, reading);
            store.reached(VaultStep.ARCHIVE_FINISHED);
            Files.setLastModifiedTime(file, FileTime.from(plan.modifiedAt()));
            check(file, summary);
            whole = true;
            return summary;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private ArchiveSummary assemble(Path file, Survey survey, ShelfReading reading) throws IOException, WrongBlock {
        CommitPlan asked = plan.asked();
        Manifest manifest = plan.manifest().withTraits(survey.traits());
        LocalDateTime modifiedAt = LocalDateTime.ofInstant(plan.modifiedAt(), manifest.zone());
        long expected = 2 * survey.archiveBytes(plan);
        long done = 0;
        try (var assembly = ArchiveAssembly.create(file, asked.dumpName(), modifiedAt, asked.chunker(),
                asked.averageBytes())) {
            for (int number = 0; number < asked.blocks().count(); number++) {
                VaultFaults.stopWhenInterrupted(file);
                done += append(asked.blocks().sha256(number), reading, assembly);
                if (number == 0) {
                    store.reached(VaultStep.ARCHIVE_BEGUN);
                }
                progress.advanced(done, expected);
            }
            return assembly.finish(manifest,
                    ManifestJson.withTraits(asked.manifest(), plan.manifest(), survey.traits()));
        }
    }

    private int append(byte[] sha256, ShelfReading reading, ArchiveAssembly assembly) throws IOException, WrongBlock {
        Optional<Found> found = reading.find(sha256);
        BlockKey key = BlockKey.of(sha256);
        Optional<HeldArchive> archive = found.map(Found::archive);
        Block block = found.map(Found::block).or(() -> store.spool().find(key))
                .orElseThrow(() -> new WrongBlock(archive));
        ByteBuffer encoded = room(block.encodedBytes());
        try {
            if (found.isPresent()) {
                reading.read(found.get(), encoded);
            } else {
                store.spool().read(key, encoded);
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException unreadable) {
            throw wrong(key, archive);
        }
        Block taken = right(block, encoded.flip(), archive).orElse(null);
        if (taken == null) {
            throw wrong(key, archive);
        }
        assembly.append(taken, encoded);
        return block.encodedBytes();
    }

    /** The block's line in the new archive; none when its bytes are not right. */
    private Optional<Block> right(Block block, ByteBuffer encoded, Optional<HeldArchive> archive) {
        if (checksum.of(encoded.array(), 0, block.encodedBytes()) != block.encodedChecksum()) {
            return Optional.empty();
        }
        if (archive.isEmpty()) {
            // Proven when it came.
            return Optional.of(block);
        }
        boolean known = archive.get().madeHere();
        if (known && !block.proofDue()) {
            return Optional.of(block.taken());
        }
        Optional<Block> proven = admissions.admit(new Fingerprint(block.sha256(), block.plainBytes(), block.crc32()),
                encoded);
        return known ? proven.map(again -> block.taken()) : proven;
    }

    private WrongBlock wrong(BlockKey key, Optional<HeldArchive> archive) throws IOException {
        if (archive.isEmpty()) {
            store.spool().taken(key);
        }
        return new WrongBlock(archive);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.length < bytes) {
            buffer = new byte[bytes];
        }
        return ByteBuffer.wrap(buffer, 0, bytes);
    }

    /** Whatever the disk made of it, it must be this archive, and whole. */
    private void check(Path file, ArchiveSummary summary) throws IOException {
        Progress second = (done, total) -> progress.advanced(total + done, 2 * total);
        try (ArchiveReader reader = ArchiveReader.open(FileChannel.open(file, StandardOpenOption.READ),
                file.toString())) {
            if (!reader.check(CheckDepth.ENCODED, second).sound() || reader.archiveBytes() != summary.archiveBytes()
                    || reader.dumpBytes() != plan.manifest().dumpBytes()) {
                throw store.told(BackupFault.of(FaultCode.TERMINAL_ARCHIVE_DAMAGED, file.toString()));
            }
        }
        store.reached(VaultStep.ARCHIVE_CHECKED);
    }
}

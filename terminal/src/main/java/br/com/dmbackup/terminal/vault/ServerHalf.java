package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.shelf.ShelfReading;
import br.com.dmbackup.terminal.vault.spool.BlockKey;
import br.com.dmbackup.terminal.vault.spool.Spool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a server may do with its own archives. */
final class ServerHalf implements StoreVault {
    private final Access access;
    private final Store store;
    private final Admissions admissions;

    ServerHalf(Access access, Admissions admissions) {
        this.access = access;
        this.store = access.store();
        this.admissions = admissions;
    }

    @Override
    public Pairing pairing() {
        return store.pairing();
    }

    @Override
    public BitSet missing(List<byte[]> sha256) {
        if (sha256.size() > PlannedBlocks.MOST_BLOCKS
                || sha256.stream().anyMatch(sum -> sum.length != PlannedBlocks.SHA256_BYTES)) {
            throw new IllegalArgumentException("blocks: " + sha256.size());
        }
        return access.locked(() -> {
            BitSet missing = new BitSet();
            try (var reading = new ShelfReading(store.shelf())) {
                for (int number = 0; number < sha256.size(); number++) {
                    VaultFaults.stopWhenInterrupted(store.folder().root());
                    byte[] sum = sha256.get(number);
                    missing.set(number, !store.spool().has(BlockKey.of(sum)) && reading.find(sum).isEmpty());
                }
            }
            return missing;
        });
    }

    @Override
    public void put(byte[] sha256, int plainBytes, int crc32, ByteBuffer encoded) {
        if (sha256.length != PlannedBlocks.SHA256_BYTES) {
            throw new IllegalArgumentException("length " + sha256.length);
        }
        // Of which the first four bytes are enough to find it again in both logs.
        String name = HexFormat.of().formatHex(sha256, 0, Integer.BYTES);
        boolean possible = plainBytes > 0 && plainBytes <= Block.MAXIMUM_PLAIN_BYTES
                && encoded.remaining() <= Block.maximumEncodedBytes(plainBytes);
        Block block = Optional.of(new Fingerprint(sha256, plainBytes, crc32)).filter(print -> possible)
                .flatMap(print -> admissions.admit(print, encoded))
                .orElseThrow(() -> BackupFault.of(FaultCode.TERMINAL_BLOCK_WRONG, name));
        access.locked(() -> {
            if (!store.spool().has(BlockKey.of(sha256))) {
                requireSpoolRoom(encoded.remaining());
                spool(block, encoded);
                store.reached(VaultStep.BLOCK_SPOOLED);
            }
            return store;
        });
    }

    private void spool(Block block, ByteBuffer encoded) throws IOException {
        try {
            store.spool().add(block, encoded, store.now());
        } catch (IOException e) {
            throw VaultFaults.full(e) ? full(encoded.remaining()).causedBy(e) : VaultFaults.of(pathOfSpool(), e);
        }
    }

    /** Half of what there is: the archive that is made of these blocks needs as much again. */
    private void requireSpoolRoom(int bytes) throws IOException {
        Spool spool = store.spool();
        long free = store.space().freeBytes();
        if (bytes + Commit.ALWAYS_FREE > free) {
            throw full(bytes);
        }
        long limit = (spool.bytes() + free) / 2;
        if (spool.blocks() >= Spool.MOST_BLOCKS || spool.bytes() + bytes > limit) {
            throw store.told(BackupFault.of(FaultCode.TERMINAL_SPOOL_FULL, store.name(), spool.bytes(), limit));
        }
    }

    private BackupFault full(long bytes) throws IOException {
        return store.told(BackupFault.of(FaultCode.TERMINAL_FULL, store.folder().root(), bytes + Commit.ALWAYS_FREE,
                store.space().freeBytes()));
    }

    private Path pathOfSpool() {
        return store.folder().incoming();
    }

    @Override
    public CommitOutcome commit(CommitPlan plan, Progress progress) {
        return access.changing(() -> {
            try {
                return new Commit(store, plan, admissions, progress).run();
            } catch (BackupFault fault) {
                // Only of what was being written; what is read here is known by then.
                throw fault.code() == FaultCode.OUTPUT_FULL ? full(0).causedBy(fault) : fault;
            }
        });
    }

    @Override
    public List<VaultArchive> list() {
        return access.listing().archives();
    }

    @Override
    public SeekableByteChannel open(ArchiveName name) {
        Path file = store.folder().file(name);
        OptionalInt number = access.listing().find(name)
                .orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_MISSING, name.value()));
        return VaultFaults.at(file, () -> {
            if (!Files.isRegularFile(file)) {
                throw BackupFault.of(FaultCode.ARCHIVE_MISSING, name.value());
            }
            return number.isPresent()
                    ? store.readers().open(number.getAsInt(), file)
                    : FileChannel.open(file, StandardOpenOption.READ);
        });
    }

    @Override
    public Space space() {
        return VaultFaults.at(store.folder().root(), store::space);
    }

    @Override
    public void keepSettings(byte[] sealed) {
        access.locked(() -> {
            new SettingsVersions(store).keep(sealed);
            return store;
        });
    }

    @Override
    public Optional<SealedSettings> settings() {
        return access.locked(() -> new SettingsVersions(store).last());
    }
}

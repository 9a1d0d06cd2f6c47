package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.BlockLookup;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.block.KnownBlocks;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An earlier archive as the source of blocks for the next one. Nothing that it says is believed unseen: encoded bytes
 * are compared with their checksum whenever they are taken; and unless the index is the very one that this machine wrote
 * and proved, every block is inflated and compared with the dump as well. Thread-safe.
 */
public final class ArchiveBase implements KnownBlocks, AutoCloseable {
    private final SeekableByteChannel channel;
    private final String name;
    private final ZipBytes bytes;
    private final OwnArchive own;
    private final BlockIndex index;
    private final BlockLookup lookup;
    private final boolean doubted;
    private final AtomicInteger damages = new AtomicInteger();

    private volatile @Nullable IOException lost;

    private ArchiveBase(SeekableByteChannel channel, String name, ZipBytes bytes, OwnArchive own, BlockIndex index,
            boolean doubted) {
        this.channel = channel;
        this.name = name;
        this.bytes = bytes;
        this.own = own;
        this.index = index;
        this.lookup = new BlockLookup(index);
        this.doubted = doubted;
    }

    /**
     * Opens and takes over the channel, which {@link #close} closes (it is closed when this throws, too).
     *
     * @param name the archive's name, for faults
     * @param seal {@link ArchiveSummary#indexSeal} of the archive as it was made here, where that is known
     * @throws BackupFault as {@link ArchiveReader#open}; {@code ARCHIVE_DAMAGED} when its index or manifest is;
     *         {@code ARCHIVE_UNSUPPORTED} when another program wrote it
     */
    public static ArchiveBase open(SeekableByteChannel channel, String name, Optional<String> seal) {
        boolean opened = false;
        try {
            var bytes = new ZipBytes(channel);
            OwnArchive own = OpenedArchive.open(bytes, name).own()
                    .orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_UNSUPPORTED, name, ArchiveParts.INDEX_NAME));
            BlockIndex index = own.index()
                    .orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, own.indexDamage().words()));
            if (own.contradictory()) {
                throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, own.manifestDamage().words());
            }
            boolean doubted = !seal.equals(Optional.of(IndexBytes.seal(index)));
            var base = new ArchiveBase(channel, name, bytes, own, index, doubted);
            opened = true;
            return base;
        } catch (IOException e) {
            throw IoFaults.reading(name, e);
        } finally {
            if (!opened) {
                close(channel, name);
            }
        }
    }

    /** Of which backup it is; none where its manifest is damaged. */
    public Optional<Manifest> manifest() {
        return own.manifest();
    }

    /** The dump in its order, each block checked; ends with {@code CANCELLED} when it is to stop. */
    ReadableByteChannel dump(BooleanSupplier stop) {
        return new ArchivedDump(bytes, name, index, stop);
    }

    /** Its blocks, in the dump's order. */
    public BlockIndex index() {
        return index;
    }

    /** Where the line of the first block stands in the archive, for whoever does not keep the index in memory. */
    public long linesOffset() {
        return own.layout().indexOffset() + IndexBytes.HEAD_BYTES;
    }

    @Override
    public Optional<Block> find(Fingerprint print) {
        if (lost != null) {
            return Optional.empty();
        }
        int number = lookup.find(print);
        return number < 0 ? Optional.empty() : Optional.of(index.block(number));
    }

    @Override
    public void read(long offset, byte[] target, int at, int length) throws IOException {
        bytes.read(offset, ByteBuffer.wrap(target, at, length));
    }

    @Override
    public boolean doubted() {
        return doubted;
    }

    @Override
    public void damaged(Block block) {
        damages.incrementAndGet();
    }

    @Override
    public void lost(IOException why) {
        lost = why;
    }

    /** What was found to be wrong with it while blocks were taken: nothing of that is in the new archive. */
    public Optional<BackupFault> trouble() {
        IOException why = lost;
        if (why != null) {
            return Optional.of(IoFaults.reading(name, why));
        }
        return damages.get() == 0
                ? Optional.empty()
                : Optional.of(BackupFault.of(FaultCode.BASE_DAMAGED, name, damages.get()));
    }

    @Override
    public void close() {
        close(channel, name);
    }

    private static void close(SeekableByteChannel channel, String name) {
        try {
            channel.close();
        } catch (IOException e) {
            throw IoFaults.reading(name, e);
        }
    }
}

package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.EncodedChecksum;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * An archive of ours for whoever hands it on block by block: the blocks as they stand in it, encoded, each compared with
 * its checksum; the manifest byte for byte. Not thread-safe.
 */
public final class EncodedArchive implements AutoCloseable {
    private final SeekableByteChannel channel;
    private final ZipBytes bytes;
    private final String name;
    private final OwnArchive own;
    private final BlockIndex index;
    private final EncodedChecksum checksum = new EncodedChecksum();

    private EncodedArchive(SeekableByteChannel channel, ZipBytes bytes, String name, OwnArchive own,
            BlockIndex index) {
        this.channel = channel;
        this.bytes = bytes;
        this.name = name;
        this.own = own;
        this.index = index;
    }

    /**
     * Opens and takes over the channel.
     *
     * @param name the archive's name, for faults
     * @throws BackupFault {@code ARCHIVE_DAMAGED} when its index or manifest is, {@code ARCHIVE_UNSUPPORTED} for one of
     *         another program, and what {@link ArchiveReader#open} throws
     */
    public static EncodedArchive open(SeekableByteChannel channel, String name) {
        boolean opened = false;
        try {
            ZipBytes bytes = new ZipBytes(channel);
            OwnArchive own = OpenedArchive.open(bytes, name).own()
                    .orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_UNSUPPORTED, name, "ZIP"));
            BlockIndex index = own.index().orElseThrow(
                    () -> BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, own.indexDamage().words()));
            if (own.manifest().isEmpty() || own.contradictory()) {
                throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, Phrase.of("why.no_manifest"));
            }
            opened = true;
            return new EncodedArchive(channel, bytes, name, own, index);
        } catch (IOException e) {
            throw IoFaults.reading(name, e);
        } finally {
            if (!opened) {
                close(channel, name);
            }
        }
    }

    /**
     * What is said of a block.
     *
     * @param sha256 of its plain bytes; the caller's own
     * @param plainBytes their length
     * @param crc32 of them
     * @param encodedBytes length in the archive
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Line(byte[] sha256, int plainBytes, int crc32, int encodedBytes) {}

    /** How many blocks there are. */
    public int blocks() {
        return index.blocks();
    }

    /** Of a block by its number in the dump's order. */
    public Line line(int number) {
        Block block = index.block(number);
        return new Line(block.sha256(), block.plainBytes(), block.crc32(), block.encodedBytes());
    }

    /** The chunker that cut the dump, by its number. */
    public int chunker() {
        return index.chunker();
    }

    /** The average that it was asked for. */
    public int averageBytes() {
        return index.averageBytes();
    }

    public String dumpName() {
        return own.headers().dump().name();
    }

    public String database() {
        return own.manifest().orElseThrow().database();
    }

    /** The manifest as it stands there. */
    public byte[] manifest() {
        byte[] json = new byte[(int) own.layout().manifest().encodedBytes()];
        try {
            bytes.read(own.layout().manifestOffset(), ByteBuffer.wrap(json));
            return json;
        } catch (IOException e) {
            throw IoFaults.reading(name, e);
        }
    }

    /**
     * The encoded bytes of a block.
     *
     * @throws BackupFault {@code ARCHIVE_DAMAGED} when they are not those that the index speaks of
     */
    public byte[] encoded(int number) {
        Block block = index.block(number);
        byte[] encoded = new byte[block.encodedBytes()];
        try {
            bytes.read(block.offset(), ByteBuffer.wrap(encoded));
        } catch (IOException e) {
            throw IoFaults.reading(name, e);
        }
        if (checksum.of(encoded, 0, encoded.length) != block.encodedChecksum()) {
            Damage damage = new Damage(Damage.Region.BLOCK, block.offset(), encoded.length, number, -1);
            throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, damage.words());
        }
        return encoded;
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

package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.zip.DosTime;
import br.com.dmbackup.core.archive.zip.ZipEnding;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.disk.SteadyForce;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The file of an archive while it grows: the dump's blocks in their order, then {@link #finish}. What the blocks are is
 * the writer's business.
 */
final class ArchiveBody implements AutoCloseable {
    private enum State {
        BLOCKS, ENDED, FINISHING, FINISHED
    }

    private final Path file;
    private final FileChannel channel;
    private final SteadyForce durability;
    private final String dumpName;
    private final int dosTime;

    private BlockIndex index;
    private State state = State.BLOCKS;
    private long position;

    private ArchiveBody(Path file, FileChannel channel, String dumpName, int dosTime, BlockIndex index) {
        this.file = file;
        this.channel = channel;
        this.durability = SteadyForce.unfelt(file, channel);
        this.dumpName = dumpName;
        this.dosTime = dosTime;
        this.index = index;
        this.position = ZipEntry.localHeaderBytes(dumpName, true);
    }

    /**
     * Creates the file.
     *
     * @param index empty; its blocks will be those of the archive
     * @throws BackupFault {@code OUTPUT_EXISTS}, {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE}
     */
    static ArchiveBody create(Path file, String dumpName, LocalDateTime modifiedAt, BlockIndex index) {
        if (!ArchiveParts.nameAllowed(dumpName)) {
            throw new IllegalArgumentException(dumpName);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new ArchiveBody(file, channel, dumpName, DosTime.of(modifiedAt), index);
        } catch (IOException e) {
            throw IoFaults.writing(file, 0, e);
        }
    }

    /** The blocks go into another index from now on; there are none yet. */
    void begin(BlockIndex another) {
        if (index.blocks() > 0) {
            throw new IllegalStateException("begun with " + index.blocks());
        }
        index = another;
    }

    /** What was written so far. */
    BlockIndex index() {
        return index;
    }

    String dumpName() {
        return dumpName;
    }

    /**
     * Appends blocks that stand one right after the other.
     *
     * @param blocks their offsets count from the begin of {@code encoded}
     */
    void append(List<Block> blocks, ByteBuffer encoded) {
        require(State.BLOCKS);
        for (Block block : blocks) {
            if (index.blocks() == BlockIndex.MAXIMUM_BLOCKS) {
                throw BackupFault.of(FaultCode.ARCHIVE_UNSUPPORTED, file.toString(), "blocks > " + index.blocks());
            }
            index.add(block.at(position + block.offset()));
        }
        writing(() -> write(encoded));
    }

    /** The last block is there. */
    void endBlocks() {
        require(State.BLOCKS);
        writing(() -> write(ArchiveParts.deflateEnd()));
        state = State.ENDED;
    }

    /**
     * Writes manifest, index and directory, and makes the file durable.
     *
     * @throws IllegalArgumentException when the manifest speaks of another dump
     */
    ArchiveSummary finish(Manifest manifest) {
        return finish(manifest, ManifestJson.write(manifest));
    }

    /** @param json the manifest as it is to be written */
    ArchiveSummary finish(Manifest manifest, byte[] json) {
        if (!manifest.dumpName().equals(dumpName) || manifest.dumpBytes() != index.dumpBytes()
                || !manifest.dumpDigest().equals(index.dumpDigest())) {
            throw new IllegalArgumentException("the manifest is of another dump");
        }
        require(State.ENDED);
        state = State.FINISHING;
        writing(() -> {
            long dumpEnd = position;
            long dumpStart = ZipEntry.localHeaderBytes(dumpName, true);
            var dump = new ZipEntry(dumpName, ZipEntry.DEFLATE, dosTime, index.crc32(), dumpEnd - dumpStart,
                    index.dumpBytes(), true, 0);
            ZipEntry blocks = writeIndex();
            ZipEntry described = writeManifest(json);
            write(ByteBuffer.wrap(ZipEnding.of(List.of(dump, blocks, described), position)));
            writeAt(0, ByteBuffer.wrap(dump.localHeader()));
            durability.finish();
        });
        state = State.FINISHED;
        return new ArchiveSummary(position, index.dumpBytes(), index.blocks(), IndexBytes.seal(index));
    }

    private ZipEntry writeIndex() throws IOException {
        long start = position;
        position += ZipEntry.localHeaderBytes(ArchiveParts.INDEX_NAME, false);
        int crc = IndexBytes.write(index, this::write);
        long length = IndexBytes.length(index.blocks());
        var entry = new ZipEntry(ArchiveParts.INDEX_NAME, ZipEntry.STORED, dosTime, crc, length, length, false, start);
        writeAt(start, ByteBuffer.wrap(entry.localHeader()));
        return entry;
    }

    private ZipEntry writeManifest(byte[] json) throws IOException {
        var crc = new CRC32();
        crc.update(json);
        var entry = new ZipEntry(ArchiveParts.MANIFEST_NAME, ZipEntry.STORED, dosTime, (int) crc.getValue(),
                json.length, json.length, false, position);
        write(ByteBuffer.wrap(entry.localHeader()));
        write(ByteBuffer.wrap(json));
        return entry;
    }

    private void write(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + SteadyForce.PIECE_BYTES));
            int written = writeAt(position, bytes);
            position += written;
            durability.wrote(written);
        }
    }

    private int writeAt(long offset, ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        return length;
    }

    @FunctionalInterface
    private interface Writing {
        void done() throws IOException;
    }

    private void writing(Writing work) {
        try {
            work.done();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What the system says when this file cannot be written. */
    BackupFault failed(IOException why) {
        return IoFaults.writing(file, position, why);
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException(state + " instead of " + expected);
        }
    }

    @Override
    public void close() {
        try (durability) {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}

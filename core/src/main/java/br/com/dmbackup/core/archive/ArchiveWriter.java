package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.Chunker;
import br.com.dmbackup.core.archive.block.DumpForm;
import br.com.dmbackup.core.archive.block.IndexBytes;
import br.com.dmbackup.core.archive.block.KnownBlocks;
import br.com.dmbackup.core.archive.block.NoBlocks;
import br.com.dmbackup.core.archive.zip.DosTime;
import br.com.dmbackup.core.archive.zip.ZipEnding;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.disk.SteadyForce;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Writes one archive in one pass. First {@link #writeDump}, then {@link #finish}; {@link #close} without {@code finish}
 * leaves an unfinished file for the caller to remove. Used by one thread; compresses on its own threads.
 */
public final class ArchiveWriter implements AutoCloseable {
    private static final int HEAD_BYTES = 4096;
    /** No chunker that new archives are cut with makes longer ones. */
    private static final int LONGEST_BLOCK = 1 << 20;
    /** Several of the longest blocks that a chunker cuts, and as much as two processors' caches bear. */
    private static final int STRETCH_BYTES = 2 << 20;

    private enum State {
        NEW, DUMPING, DUMPED, FINISHING, FINISHED
    }

    private final Path file;
    private final FileChannel channel;
    private final SteadyForce durability;
    private final String dumpName;
    private final int dosTime;
    private final KnownBlocks known;
    private final Effort effort;

    private BlockIndex index = new BlockIndex(BlockEncoder.OWN, 0, 0);
    private State state = State.NEW;
    private long position;
    private byte[] head = {};
    private long newBytes;
    private long newEncodedBytes;

    private ArchiveWriter(Path file, FileChannel channel, String dumpName, int dosTime, KnownBlocks known,
            Effort effort) {
        this.file = file;
        this.channel = channel;
        this.durability = new SteadyForce(channel, SteadyForce.UNFELT);
        this.dumpName = dumpName;
        this.dosTime = dosTime;
        this.known = known;
        this.effort = effort;
    }

    /** Creates an archive all of whose blocks are made anew. */
    public static ArchiveWriter create(Path file, String dumpName, LocalDateTime modifiedAt) {
        return create(file, dumpName, modifiedAt, Optional.empty());
    }

    /**
     * Creates an archive.
     *
     * @param file must not exist
     * @param dumpName name of the dump's entry, such as {@code MCDados.bak}
     * @param modifiedAt the entry's time, on the store's clock
     * @param base whose blocks are taken where the dump has the same bytes; the caller closes it, after this writer
     * @throws BackupFault {@code OUTPUT_EXISTS}, {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE}
     */
    public static ArchiveWriter create(Path file, String dumpName, LocalDateTime modifiedAt,
            Optional<ArchiveBase> base) {
        return create(file, dumpName, modifiedAt, base.<KnownBlocks>map(archive -> archive).orElse(new NoBlocks()));
    }

    static ArchiveWriter create(Path file, String dumpName, LocalDateTime modifiedAt, KnownBlocks known) {
        return create(file, dumpName, modifiedAt, known, Effort.QUICK);
    }

    static ArchiveWriter create(Path file, String dumpName, LocalDateTime modifiedAt, KnownBlocks known,
            Effort effort) {
        if (!ArchiveParts.nameAllowed(dumpName)) {
            throw new IllegalArgumentException(dumpName);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new ArchiveWriter(file, channel, dumpName, DosTime.of(modifiedAt), known, effort);
        } catch (IOException e) {
            throw IoFaults.writing(file, 0, e);
        }
    }

    /**
     * Reads the dump to its end, taking each block from the base or compressing and proving it.
     *
     * @param expectedBytes the dump's length, or -1 when unknown; for progress alone
     * @throws BackupFault {@code FILE_UNREADABLE} when the dump cannot be read, {@code BLOCK_NOT_PROVEN},
     *         {@code CANCELLED} when this thread is interrupted, {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE}
     */
    public WrittenDump writeDump(ReadableByteChannel dump, long expectedBytes, Progress progress) {
        advance(State.NEW, State.DUMPING);
        position = ZipEntry.localHeaderBytes(dumpName, true);
        var cutter = new DumpCutter(dump, STRETCH_BYTES);
        try (var work = new OrderedWork<>(file.toString(),
                () -> new DumpStretch(file.toString(), known, effort.encoders().apply(LONGEST_BLOCK), STRETCH_BYTES),
                stretch -> {
                    append(stretch);
                    progress.advanced(index.dumpBytes(), expectedBytes);
                }, effort.threads())) {
            Chunker chunker = null;
            long blocks = 0;
            while (true) {
                DumpStretch stretch = work.next();
                int filled = fill(cutter, stretch);
                if (filled == 0) {
                    break;
                }
                if (chunker == null) {
                    chunker = begin(stretch.plain(), filled);
                }
                stretch.begin(blocks);
                cutter.cut(stretch, filled, chunker);
                blocks += stretch.cuts();
                work.start(stretch);
            }
            work.finish();
            write(ArchiveParts.deflateEnd());
        } catch (IOException e) {
            throw IoFaults.writing(file, position, e);
        }
        advance(State.DUMPING, State.DUMPED);
        return new WrittenDump(index.dumpBytes(), index.dumpDigest(), head.clone(),
                new DumpTraits(index.encodedBytes(), newBytes, newEncodedBytes, !(known instanceof NoBlocks)));
    }

    private int fill(DumpCutter cutter, DumpStretch stretch) {
        try {
            return cutter.fill(stretch);
        } catch (IOException e) {
            throw IoFaults.reading(dumpName, e);
        }
    }

    private Chunker begin(byte[] plain, int length) {
        head = Arrays.copyOf(plain, Math.min(length, HEAD_BYTES));
        Chunker chunker = DumpForm.chunkerFor(plain, length);
        index = new BlockIndex(BlockEncoder.OWN, chunker.id(), chunker.averageBytes());
        return chunker;
    }

    private void append(DumpStretch stretch) throws IOException {
        for (Block block : stretch.blocks()) {
            if (index.blocks() == BlockIndex.MAXIMUM_BLOCKS) {
                throw BackupFault.of(FaultCode.ARCHIVE_UNSUPPORTED, file.toString(), "blocks > " + index.blocks());
            }
            index.add(block.at(position + block.offset()));
        }
        newBytes += stretch.newBytes();
        newEncodedBytes += stretch.newEncodedBytes();
        write(stretch.encoded());
    }

    /**
     * Writes manifest, index and directory, and makes the file durable.
     *
     * @throws IllegalArgumentException when the manifest speaks of another dump
     */
    public ArchiveSummary finish(Manifest manifest) {
        if (!manifest.dumpName().equals(dumpName) || manifest.dumpBytes() != index.dumpBytes()
                || !manifest.dumpDigest().equals(index.dumpDigest())) {
            throw new IllegalArgumentException("the manifest is of another dump");
        }
        advance(State.DUMPED, State.FINISHING);
        try {
            long dumpEnd = position;
            long dumpStart = ZipEntry.localHeaderBytes(dumpName, true);
            var dump = new ZipEntry(dumpName, ZipEntry.DEFLATE, dosTime, index.crc32(), dumpEnd - dumpStart,
                    index.dumpBytes(), true, 0);
            ZipEntry blocks = writeIndex();
            ZipEntry described = writeManifest(ManifestJson.write(manifest));
            write(ByteBuffer.wrap(ZipEnding.of(List.of(dump, blocks, described), position)));
            writeAt(0, ByteBuffer.wrap(dump.localHeader()));
            durability.finish();
        } catch (IOException e) {
            throw IoFaults.writing(file, position, e);
        }
        advance(State.FINISHING, State.FINISHED);
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
        int written = writeAt(position, bytes);
        position += written;
        durability.wrote(written);
    }

    private int writeAt(long offset, ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        return length;
    }

    private void advance(State from, State to) {
        if (state != from) {
            throw new IllegalStateException(state + " instead of " + from);
        }
        state = to;
    }

    @Override
    public void close() {
        try (durability) {
            channel.close();
        } catch (IOException e) {
            throw IoFaults.writing(file, position, e);
        }
    }
}

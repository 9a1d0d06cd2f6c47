package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.Chunker;
import br.com.dmbackup.core.archive.block.DumpForm;
import br.com.dmbackup.core.archive.block.KnownBlocks;
import br.com.dmbackup.core.archive.block.NoBlocks;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;

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
        NEW, DUMPING, DUMPED, FINISHED
    }

    private final Path file;
    private final ArchiveBody body;
    private final KnownBlocks known;
    private final Effort effort;

    private State state = State.NEW;
    private byte[] head = {};
    private long newBytes;
    private long newEncodedBytes;

    private ArchiveWriter(Path file, ArchiveBody body, KnownBlocks known, Effort effort) {
        this.file = file;
        this.body = body;
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
        var body = ArchiveBody.create(file, dumpName, modifiedAt, new BlockIndex(BlockEncoder.OWN, 0, 0));
        return new ArchiveWriter(file, body, known, effort);
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
        var cutter = new DumpCutter(dump, STRETCH_BYTES);
        try (var work = new OrderedWork<>(file.toString(),
                () -> new DumpStretch(file.toString(), known, effort.encoders().apply(LONGEST_BLOCK), STRETCH_BYTES),
                stretch -> {
                    append(stretch);
                    progress.advanced(body.index().dumpBytes(), expectedBytes);
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
        } catch (IOException e) {
            throw body.failed(e);
        }
        body.endBlocks();
        advance(State.DUMPING, State.DUMPED);
        BlockIndex index = body.index();
        return new WrittenDump(index.dumpBytes(), index.dumpDigest(), head.clone(),
                new DumpTraits(index.encodedBytes(), newBytes, newEncodedBytes, !(known instanceof NoBlocks)));
    }

    private int fill(DumpCutter cutter, DumpStretch stretch) {
        try {
            return cutter.fill(stretch);
        } catch (IOException e) {
            throw IoFaults.reading(body.dumpName(), e);
        }
    }

    private Chunker begin(byte[] plain, int length) {
        head = Arrays.copyOf(plain, Math.min(length, HEAD_BYTES));
        Chunker chunker = DumpForm.chunkerFor(plain, length);
        body.begin(new BlockIndex(BlockEncoder.OWN, chunker.id(), chunker.averageBytes()));
        return chunker;
    }

    private void append(DumpStretch stretch) {
        body.append(stretch.blocks(), stretch.encoded());
        newBytes += stretch.newBytes();
        newEncodedBytes += stretch.newEncodedBytes();
    }

    /**
     * Writes manifest, index and directory, and makes the file durable.
     *
     * @throws IllegalArgumentException when the manifest speaks of another dump
     */
    public ArchiveSummary finish(Manifest manifest) {
        if (state != State.DUMPED) {
            throw new IllegalStateException(state + " instead of " + State.DUMPED);
        }
        ArchiveSummary summary = body.finish(manifest);
        advance(State.DUMPED, State.FINISHED);
        return summary;
    }

    private void advance(State from, State to) {
        if (state != from) {
            throw new IllegalStateException(state + " instead of " + from);
        }
        state = to;
    }

    @Override
    public void close() {
        body.close();
    }
}

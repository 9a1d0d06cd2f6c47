package br.com.dmbackup.bench.encoder;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.Chunker;
import br.com.dmbackup.core.archive.block.Sha256;
import br.com.dmbackup.core.archive.deflate.Deflate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;

/** Cuts, hashes and, where the block is not known, deflates a file on all cores; keeps only the figures. */
final class Pass {
    /** Instead of one of zlib's levels: our own deflate. */
    static final int OWN = 0;

    private static final int MOST_IN_MEMORY = 32;

    private final ThreadLocal<Deflate> own = ThreadLocal.withInitial(Deflate::new);

    private final Set<String> known;
    private final int level;
    private final Set<String> hashes = ConcurrentHashMap.newKeySet();
    private final AtomicLong newBlocks = new AtomicLong();
    private final AtomicLong newBytes = new AtomicLong();
    private final AtomicLong encodedBytes = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();

    private Pass(Set<String> known, int level) {
        this.known = known;
        this.level = level;
    }

    static Passed over(Path file, Chunker chunker, int level, Set<String> known)
            throws IOException, InterruptedException {
        return new Pass(known, level).run(file, chunker);
    }

    private Passed run(Path file, Chunker chunker) throws IOException, InterruptedException {
        var room = new Semaphore(MOST_IN_MEMORY);
        long[] seen = new long[2];
        var ends = new ArrayList<Future<?>>();
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Cuts.of(file, chunker, block -> {
                seen[0]++;
                seen[1] += block.length;
                room.acquire();
                ends.add(workers.submit(() -> {
                    try {
                        look(block);
                    } finally {
                        room.release();
                    }
                }));
            });
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return new Passed(hashes, seen[0], seen[1], newBlocks.get(), newBytes.get(), encodedBytes.get(), nanos.get());
    }

    private void look(byte[] block) {
        String hash = HexFormat.of().formatHex(Sha256.create().digest(block));
        hashes.add(hash);
        if (known.contains(hash)) {
            return;
        }
        newBlocks.incrementAndGet();
        newBytes.addAndGet(block.length);
        deflate(block);
    }

    private void deflate(byte[] block) {
        byte[] encoded = new byte[Block.maximumEncodedBytes(block.length)];
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        encodedBytes.addAndGet(level == OWN ? own.get().encode(block, block.length, encoded) : zlib(block, encoded));
        nanos.addAndGet(threads.getCurrentThreadCpuTime() - begun);
    }

    private int zlib(byte[] block, byte[] encoded) {
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setInput(block);
            return deflater.deflate(encoded, 0, encoded.length, Deflater.FULL_FLUSH);
        }
    }
}

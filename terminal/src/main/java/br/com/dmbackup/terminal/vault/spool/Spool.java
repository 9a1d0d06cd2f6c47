package br.com.dmbackup.terminal.vault.spool;

import br.com.dmbackup.core.archive.block.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one server that wait for their commit, in files of about {@link #SEGMENT_BYTES}. About 200 bytes of
 * memory for each block.
 *
 * <p>Not thread-safe.
 */
public final class Spool implements AutoCloseable {
    /** No more blocks wait at once: those of a first transfer of 64 GB. */
    public static final int MOST_BLOCKS = 1 << 18;
    /** What was not committed after so many minutes of running time is a leftover. */
    public static final long LEFTOVER = 12 * 60L;

    static final long SEGMENT_BYTES = 64L << 20;
    private static final Pattern NAME = Pattern.compile("(\\d{10})-(\\d{6})\\.blocos");

    private final Path folder;
    private final List<SpoolSegment> segments = new ArrayList<>();
    private final Map<BlockKey, Spooled> waiting = new HashMap<>();
    private @Nullable SpoolSegment growing;
    private int nextNumber;

    private record Spooled(SpoolSegment segment, Block block) {}

    private record Found(Path file, long minute, int number) {}

    private Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens what is in the folder, which is made where it is missing.
     *
     * @param now minutes of running time
     */
    public static Spool open(Path folder, long now) throws IOException {
        Files.createDirectories(folder);
        var spool = new Spool(folder);
        List<Found> files = files(folder);
        for (Found found : files) {
            // From a life that is not remembered, or just old.
            if (found.minute() > now || now - found.minute() >= LEFTOVER) {
                Files.delete(found.file());
            } else {
                spool.take(found, found.equals(files.getLast()));
            }
            spool.nextNumber = Math.max(spool.nextNumber, found.number() + 1);
        }
        return spool;
    }

    private static List<Found> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                return name.matches()
                        ? Stream.of(new Found(file, Long.parseLong(name.group(1)), Integer.parseInt(name.group(2))))
                        : Stream.empty();
            }).toList();
        }
    }

    private void take(Found found, boolean last) throws IOException {
        List<Block> blocks = new ArrayList<>();
        SpoolSegment segment = SpoolSegment.open(found.file(), found.minute(), last, blocks::add);
        segments.add(segment);
        for (Block block : blocks) {
            Spooled before = waiting.put(BlockKey.of(block.sha256()), new Spooled(segment, block));
            if (before != null) {
                before.segment().taken();
            }
        }
        dropEmpty();
    }

    public boolean has(BlockKey key) {
        return waiting.containsKey(key);
    }

    /** The line of a block that waits here; its place is none of the caller's business. */
    public Optional<Block> find(BlockKey key) {
        return Optional.ofNullable(waiting.get(key)).map(Spooled::block);
    }

    /** Fills the buffer with the encoded bytes of a block that waits here. */
    public void read(BlockKey key, ByteBuffer target) throws IOException {
        Spooled spooled = waiting.get(key);
        if (spooled == null) {
            throw new IOException("no such block");
        }
        spooled.segment().read(target, spooled.block().offset());
    }

    /** Takes a block that was proven; one that waits here already stays as it is. */
    public void add(Block block, ByteBuffer encoded, long now) throws IOException {
        BlockKey key = BlockKey.of(block.sha256());
        if (!waiting.containsKey(key)) {
            SpoolSegment segment = growing(now);
            waiting.put(key, new Spooled(segment, segment.append(block, encoded)));
        }
    }

    private SpoolSegment growing(long now) throws IOException {
        SpoolSegment segment = growing;
        if (segment == null || segment.length() >= SEGMENT_BYTES || now - segment.minute() >= LEFTOVER / 2) {
            String name = String.format(Locale.ROOT, "%010d-%06d.blocos", now, nextNumber++ % 1_000_000);
            segment = SpoolSegment.create(folder.resolve(name), now);
            segments.add(segment);
            growing = segment;
        }
        return segment;
    }

    /** The block is in an archive now, or is not right: it does not wait any more. */
    public void taken(BlockKey key) throws IOException {
        Spooled spooled = waiting.remove(key);
        if (spooled != null && spooled.segment().taken()) {
            drop(spooled.segment());
        }
    }

    /** Drops what nobody came back for. */
    public void expire(long now) throws IOException {
        for (SpoolSegment segment : List.copyOf(segments)) {
            if (now - segment.minute() >= LEFTOVER) {
                waiting.values().removeIf(spooled -> spooled.segment() == segment);
                drop(segment);
            }
        }
    }

    /** Drops everything. */
    public void clear() throws IOException {
        waiting.clear();
        for (SpoolSegment segment : List.copyOf(segments)) {
            drop(segment);
        }
    }

    private void dropEmpty() throws IOException {
        for (SpoolSegment segment : List.copyOf(segments)) {
            if (segment.empty()) {
                drop(segment);
            }
        }
    }

    private void drop(SpoolSegment segment) throws IOException {
        segments.remove(segment);
        if (growing == segment) {
            growing = null;
        }
        segment.delete();
    }

    /** How many blocks wait. */
    public int blocks() {
        return waiting.size();
    }

    /** What the spool takes on the disk. */
    public long bytes() {
        return segments.stream().mapToLong(SpoolSegment::length).sum();
    }

    @Override
    public void close() throws IOException {
        for (Iterator<SpoolSegment> each = segments.iterator(); each.hasNext();) {
            each.next().close();
            each.remove();
        }
        waiting.clear();
    }
}

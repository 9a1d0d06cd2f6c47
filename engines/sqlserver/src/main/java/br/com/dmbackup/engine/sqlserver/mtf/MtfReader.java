package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDamage.Part;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDoubt.Matter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through a backup file once, from its first byte to its last: every header's checksum, every page's checksum,
 * and that it ends where it says. Memory stays flat, whatever the file's length.
 */
public final class MtfReader {
    /** "Format Logical Block Size" of all that SQL Server writes. */
    static final int LOGICAL_BLOCK = 1024;

    private static final Set<String> IN_A_SET = Set.of("SSET", "VOLB", "MSCI", "MSDA", "MSTL", "MSLS");
    private static final String PAGES = "MQDA";
    private static final String RECORD = "MQCI";
    private static final Set<String> KNOWN_STREAMS = Set.of(PAGES, RECORD, StreamHeader.PAD, "APAD", "RAID", "MQTL",
            "OTCP", "TSMP");
    /** "Stream Media Format Attributes" that were seen: of variable length, its last part, and the server's own 0x80. */
    private static final int KNOWN_ATTRIBUTES = 0x02 | 0x04 | 0x80;
    private static final int LONGEST_RECORD = 1 << 20;
    private static final int PAGE = PageChecksum.PAGE_BYTES;
    /** Before the pages, so that they begin at a multiple of four behind the stream's header. */
    private static final int BEFORE_PAGES = 2;

    private final ForwardBytes in;
    private final Findings findings = new Findings();
    private final DataPages pages = new DataPages();
    private final BlockOrder order = new BlockOrder();
    private final List<OpenSet> sets = new ArrayList<>();
    private Optional<MediaHeader> media = Optional.empty();
    private boolean lost;

    /** @param totalBytes how long the file is, for the progress; -1 where it is not known */
    public MtfReader(ReadableByteChannel dump, long totalBytes, Progress progress) {
        this.in = new ForwardBytes(dump, totalBytes, progress);
    }

    /** What the file is, by its first bytes. To be asked before {@link #read}. */
    public DumpHead head() throws IOException {
        ByteBuffer next = in.peek(DumpHead.BYTES);
        byte[] head = new byte[next.remaining()];
        next.get(head);
        return DumpHead.of(head);
    }

    /** Reads the file to its end, or to where it is broken. Once. */
    public MtfContents read() throws IOException {
        try {
            walk();
        } catch (Broken broken) {
            findings.damage(broken.damage());
        }
        pages.report(findings);
        if (sets.size() > 1) {
            findings.doubt(Matter.SETS, sets.getLast().offset(), Integer.toString(sets.size()));
        }
        return new MtfContents(media, sets.stream().map(OpenSet::set).toList(), pages.tally(), in.position(),
                findings.damages(), findings.damageCount(), findings.doubts());
    }

    private void walk() throws IOException, Broken {
        while (!lost && !in.ended()) {
            if (order.mayEnd() && !Block.looksRight(in.peek(Block.HEADER_BYTES))) {
                behindTheEnd();
                return;
            }
            block();
        }
        if (!lost && !order.mayEnd()) {
            throw new Broken(Part.END, in.position());
        }
    }

    private void block() throws IOException, Broken {
        Block block = Block.read(in, media.map(MediaHeader::filemarkBytes).orElse(0));
        String type = block.type();
        if (!BlockOrder.knows(type)) {
            findings.doubt(Matter.BLOCK, block.offset(), type);
        } else if (!order.next(type)) {
            findings.doubt(Matter.ORDER, block.offset(), type);
        }
        note(block);
        if (BlockOrder.knows(type) && !type.equals(Block.FILEMARK)) {
            streams(block);
        } else if (!BlockOrder.knows(type)) {
            behindUnknown(block);
        }
    }

    private void note(Block block) {
        switch (block.type()) {
            case MediaHeader.TYPE -> media(block);
            case SetStart.TYPE -> {
                endSet(block.offset());
                sets.add(new OpenSet(SetStart.of(block), block.offset()));
            }
            case "VOLB" -> current().ifPresent(set -> set.machine(block.text(64)));
            case BlockOrder.SET_END -> endSetOnce();
            default -> {
                // Its streams say what it is for.
            }
        }
        if (IN_A_SET.contains(block.type()) && current().filter(set -> !set.inPlace(block)).isPresent()) {
            findings.doubt(Matter.PLACE, block.offset(), block.type());
        }
    }

    private void media(Block block) {
        MediaHeader told = MediaHeader.of(block);
        if (told.sequence() != 1) {
            findings.doubt(Matter.PART, block.offset(), Integer.toString(told.sequence()));
        }
        media = Optional.of(told);
    }

    private Optional<OpenSet> current() {
        return sets.isEmpty() ? Optional.empty() : Optional.of(sets.getLast());
    }

    /** A set must have ended before the next one begins. */
    private void endSet(long offset) {
        if (current().filter(set -> !set.ended()).isPresent()) {
            findings.damage(new MtfDamage(Part.END, offset, SetStart.TYPE));
        }
    }

    private void endSetOnce() {
        current().filter(set -> !set.ended()).ifPresent(set -> {
            set.end();
            if (set.lacksPages()) {
                findings.damage(new MtfDamage(Part.NO_PAGES, set.offset(), ""));
            }
            if (set.set().record().isPresent() && set.set().finished().isEmpty()) {
                findings.doubt(Matter.FINISH, set.offset(), "");
            }
        });
    }

    private void streams(Block block) throws IOException, Broken {
        StreamHeader stream;
        do {
            stream = StreamHeader.read(in);
            stream(block, stream);
        } while (!stream.id().equals(StreamHeader.PAD));
    }

    private void stream(Block block, StreamHeader stream) throws IOException, Broken {
        boolean encoded = stream.encryption() != 0 || stream.compression() != 0;
        if (encoded || (stream.mediaAttributes() & ~KNOWN_ATTRIBUTES) != 0) {
            findings.doubt(Matter.STREAM_ATTRIBUTES, in.position(), stream.id());
        }
        if (stream.id().equals(PAGES) && !encoded) {
            pages(stream.length());
        } else if (stream.id().equals(RECORD) && !encoded && stream.length() <= LONGEST_RECORD) {
            record(block, (int) stream.length());
        } else {
            if (!KNOWN_STREAMS.contains(stream.id())) {
                findings.doubt(Matter.STREAM, in.position(), stream.id());
            }
            in.skip(stream.length());
        }
    }

    private void record(Block block, int length) throws IOException, Broken {
        long offset = in.position();
        byte[] told = new byte[length];
        for (int at = 0; at < length; at += ForwardBytes.MOST) {
            int part = Math.min(length - at, ForwardBytes.MOST);
            in.take(part).get(told, at, part);
        }
        Optional<SetRecord> record = SetRecord.in(told);
        if (record.isEmpty()) {
            findings.doubt(Matter.RECORD, offset, block.type());
        }
        if (current().filter(set -> !set.record(record)).isPresent()) {
            findings.damage(new MtfDamage(Part.RECORD, offset, block.type()));
        }
    }

    private void pages(long length) throws IOException, Broken {
        long before = length % PAGE == BEFORE_PAGES ? BEFORE_PAGES : 0;
        if ((length - before) % PAGE != 0) {
            findings.doubt(Matter.PAGES, in.position(), Long.toString(length));
            current().ifPresent(OpenSet::pages);
            in.skip(length);
            return;
        }
        in.skip(before);
        for (long rest = length - before; rest > 0; rest -= PAGE) {
            long offset = in.position();
            pages.examine(in.take(PAGE), offset);
            current().ifPresent(OpenSet::pages);
        }
    }

    /** Whether streams follow an unknown block, or the next block; if neither, its length is not known. */
    private void behindUnknown(Block block) throws IOException, Broken {
        ByteBuffer next = in.peek(Block.HEADER_BYTES);
        if (StreamHeader.looksRight(next)) {
            streams(block);
        } else if (next.hasRemaining() && !Block.looksRight(next)) {
            lost(in.position());
        }
    }

    private void lost(long offset) {
        findings.doubt(Matter.REST, offset, "");
        lost = true;
    }

    private void behindTheEnd() throws IOException, Broken {
        long offset = in.position();
        while (!in.ended()) {
            ByteBuffer rest = in.peek(ForwardBytes.MOST);
            int length = rest.remaining();
            while (rest.hasRemaining()) {
                if (rest.get() != 0) {
                    throw new Broken(Part.BEHIND_END, offset);
                }
            }
            in.skip(length);
        }
        findings.doubt(Matter.ZEROS, offset, "");
    }
}

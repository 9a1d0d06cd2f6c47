package br.com.dmbackup.testkit.mtf;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one uncompressed backup, piece by piece, as the server does. The order is: {@link #begin}, {@link #data} with
 * as many {@link #extent}s as it announced, {@link #endData}, {@link #log}, {@link #finish}. Whoever stops before has
 * the file of a backup that never ended.
 */
public final class MtfWriter implements Closeable {
    private static final int LOGICAL = 1024;
    private static final int VARIABLE = 2;
    private static final int LAST_PART = 4;
    private static final int ALIGNING = 0x80;

    private final WritableByteChannel out;
    private final MtfSet set;
    private final int sector;
    private final List<Long> filemarks = new ArrayList<>();
    private long position;
    private long setBegin;
    private int controlBlock;
    private int setNumber;

    /** With the sectors of most present disks: 4,096 bytes. */
    public MtfWriter(WritableByteChannel out, MtfSet set) {
        this(out, set, 4096);
    }

    /** @param sector 512 or 4,096 */
    public MtfWriter(WritableByteChannel out, MtfSet set, int sector) {
        this.out = out;
        this.set = set;
        this.sector = sector;
    }

    /** Media header, begin of the set, volume, and the server's record without a finish. */
    public MtfWriter begin() {
        LocalDateTime started = set.started().toLocalDateTime();
        MtfBlock tape = new MtfBlock("TAPE").attributes(0x30000).put(52, 4, family()).put(56, 4, 5).put(60, 2, 1)
                .put(64, 2, sector / 512).put(66, 2, 3).put(84, 2, LOGICAL).put(86, 2, 0x1200).date(88, started)
                .put(93, 1, 1).text(80, "Microsoft SQL Server\0\0");
        raw(tape.bytes(0, 0));
        MtfBytes raid = new MtfBytes().guid(0, set.id()).put(16, 4, 0xf00000adL).upTo(32);
        stream(MtfStream.plain("RAID", 0, raid.length()), raid.toArray());
        pad(sector);
        filemark();
        return beginSet(1);
    }

    /** The begin of a set with a number; more than one stand in a file to which backups were appended. */
    public MtfWriter beginSet(int number) {
        setBegin = position;
        controlBlock = 0;
        setNumber = number;
        LocalDateTime started = set.started().toLocalDateTime();
        MtfBlock start = new MtfBlock("SSET").put(44, 2, 21).put(46, 2, 100).put(52, 4, set.kind().attributes)
                .put(60, 2, 0x1200).put(62, 2, number).put(80, 8, position).date(88, started)
                .put(93, 1, set.server().major()).put(95, 1, set.started().getOffset().getTotalSeconds() / 900)
                .put(97, 1, 2).guid(100, set.id()).upTo(122);
        block(start.text(64, set.name()).text(76, set.server().login()));
        block(new MtfBlock("VOLB").put(52, 4, 2).date(68, started).text(56, "C:").text(64, set.server().machine()));
        return record("MSCI", SetRecord.of(set, null));
    }

    /** Announces the pages of one data file. */
    public MtfWriter data(long extents) {
        open(new MtfBlock("MSDA").put(58, 2, 1));
        align();
        raw(MtfStream.plain("MQDA", VARIABLE, extents * MtfPage.EXTENT_BYTES + 2).header());
        raw(new byte[2]);
        return this;
    }

    /** Eight pages. */
    public MtfWriter extent(byte[] eightPages) {
        if (eightPages.length != MtfPage.EXTENT_BYTES) {
            throw new IllegalArgumentException("an extent has " + MtfPage.EXTENT_BYTES + " bytes");
        }
        raw(eightPages);
        return this;
    }

    public MtfWriter endData() {
        stream(MtfStream.plain("MQDA", VARIABLE | LAST_PART, 0), new byte[0]);
        pad(LOGICAL);
        return this;
    }

    /** The part of the log that makes the pages consistent. */
    public MtfWriter log(byte[] records) {
        open(new MtfBlock("MSTL").put(58, 2, 1).put(76, 4, 2).upTo(596));
        align();
        raw(MtfStream.plain("MQTL", 0, records.length + 2).header());
        raw(new byte[2]);
        raw(records);
        pad(LOGICAL);
        return this;
    }

    /** The server's record with the finish, and the end of the set. */
    public MtfWriter finish(LocalDateTime finished) {
        open(new MtfBlock("MSLS").put(48, 1, 2).upTo(56));
        byte[] told = SetRecord.of(set, finished);
        stream(MtfStream.plain("MQCI", 0, told.length), told);
        pad(sector);
        filemark();
        return endSet();
    }

    /** The end of the set, with its catalogue. */
    public MtfWriter endSet() {
        long catalogue = position;
        raw(end(0).bytes(0, 0));
        stream(MtfStream.plain("OTCP", 0, toBoundary(sector)), new byte[toBoundary(sector)]);
        byte[] map = new MtfBytes().put(0, 4, family()).put(4, 4, setNumber).put(8, 2, 178).put(10, 2, 1)
                .put(16, 4, set.kind().attributes).put(20, 8, setBegin).upTo(186).toArray();
        stream(MtfStream.plain("TSMP", 0, map.length), map);
        pad(sector);
        raw(end(catalogue).bytes(0, 0));
        pad(sector);
        filemark();
        return this;
    }

    private MtfBlock end(long catalogue) {
        return new MtfBlock("ESET").put(52, 4, set.kind().attributes).put(60, 8, catalogue).put(78, 2, setNumber)
                .date(80, set.started().toLocalDateTime()).upTo(88);
    }

    /** A block with the server's record. */
    public MtfWriter record(String type, byte[] told) {
        open(new MtfBlock(type).put(48, 1, 2).upTo(56));
        stream(MtfStream.plain("MQCI", 0, told.length), told);
        pad(LOGICAL);
        return this;
    }

    /** Any block, without streams of its own. */
    public MtfWriter block(MtfBlock block) {
        open(block);
        pad(LOGICAL);
        return this;
    }

    /** Any block; what is written next are its streams, and {@link #pad} ends it. */
    public MtfWriter open(MtfBlock block) {
        raw(block.bytes((position - setBegin) / LOGICAL, controlBlock++));
        return this;
    }

    /** Any stream of the block that was opened last. */
    public MtfWriter stream(MtfStream header, byte[] data) {
        fillToFour();
        raw(header.header());
        raw(data);
        return this;
    }

    /** Ends a block: a stream that fills up to the next boundary. */
    public MtfWriter pad(int boundary) {
        fillToFour();
        int length = toBoundary(boundary);
        raw(MtfStream.plain("SPAD", 0, length).header());
        raw(new byte[length]);
        return this;
    }

    /** Bytes so far. */
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void filemark() {
        MtfBlock mark = new MtfBlock("SFMB").attributes(0x80000000L).put(52, 4, (sector - 72) / 8)
                .put(56, 4, filemarks.size()).put(60, 4, 72);
        for (int i = 0; i < filemarks.size(); i++) {
            mark.put(72 + 8 * i, 8, filemarks.get(filemarks.size() - 1 - i));
        }
        filemarks.add(position);
        raw(mark.upTo(sector).bytes(0, 0));
    }

    /** So that pages begin on a sector: header and its two bytes just before it. */
    private void align() {
        fillToFour();
        int ahead = MtfStream.HEADER + 2;
        int length = Math.floorMod(-(position + MtfStream.HEADER + ahead), sector);
        raw(MtfStream.plain("APAD", ALIGNING, length).header());
        raw(new byte[length]);
    }

    private int toBoundary(int boundary) {
        return Math.floorMod(-(position + MtfStream.HEADER), boundary);
    }

    private void fillToFour() {
        raw(new byte[Math.floorMod(-position, 4)]);
    }

    private long family() {
        return Integer.toUnsignedLong(set.id().hashCode());
    }

    private void raw(byte[] bytes) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            position += bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

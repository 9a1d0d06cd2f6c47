package br.com.dmbackup.core.archive.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The blocks of a dump in their order. Kept as the bytes that stand in the archive, in segments, so that 400,000 blocks
 * take 25 MB and growing copies nothing.
 */
public final class BlockIndex {
    /** More blocks than this, 2 TiB of dump, are not for one archive. */
    public static final int MAXIMUM_BLOCKS = 1 << 24;

    static final byte[] MAGIC = "DMBINDEX".getBytes(StandardCharsets.US_ASCII);
    static final int FORMAT_VERSION = 1;
    static final int HEAD_BYTES = 64;

    private static final int SEGMENT_BLOCKS = 8192;

    private final int encoder;
    private final int chunker;
    private final int averageBytes;
    private final List<byte[]> segments = new ArrayList<>();
    private final MessageDigest digest = Sha256.create();
    private final Crc32Sum crc = new Crc32Sum();
    private final ByteBuffer length = ByteBuffer.allocate(8);

    private int blocks;
    private long dumpBytes;
    private long encodedBytes;
    private int longestPlain;
    private int longestEncoded;

    public BlockIndex(int encoder, int chunker, int averageBytes) {
        this.encoder = encoder;
        this.chunker = chunker;
        this.averageBytes = averageBytes;
    }

    public void add(Block block) {
        if (blocks == MAXIMUM_BLOCKS || !block.plausible()) {
            throw new IllegalArgumentException("block " + blocks + ": " + block);
        }
        if (blocks % SEGMENT_BLOCKS == 0) {
            segments.add(new byte[SEGMENT_BLOCKS * Block.LINE_BYTES]);
        }
        block.write(line(blocks));
        blocks++;
        dumpBytes += block.plainBytes();
        encodedBytes += block.encodedBytes();
        longestPlain = Math.max(longestPlain, block.plainBytes());
        longestEncoded = Math.max(longestEncoded, block.encodedBytes());
        crc.append(block.crc32(), block.plainBytes());
        digest.update(length.clear().putLong(block.plainBytes()).array());
        digest.update(block.sha256());
    }

    public Block block(int number) {
        return Block.read(line(number));
    }

    boolean proven(int number) {
        return block(number).proven();
    }

    boolean hasSha256(int number, byte[] sha256) {
        ByteBuffer line = line(number);
        return Arrays.equals(line.array(), line.position(), line.position() + Sha256.BYTES, sha256, 0, Sha256.BYTES);
    }

    boolean sameContent(int number, int other) {
        return hasSha256(number, block(other).sha256());
    }

    /** Eight bytes of a block's SHA-256. */
    long keyOf(int number) {
        return line(number).getLong();
    }

    static long keyOf(byte[] sha256) {
        return ByteBuffer.wrap(sha256).getLong();
    }

    public int blocks() {
        return blocks;
    }

    public long dumpBytes() {
        return dumpBytes;
    }

    /** The number of the chunker that cut the dump. */
    public int chunker() {
        return chunker;
    }

    /** The average that the chunker was asked for. */
    public int averageBytes() {
        return averageBytes;
    }

    /** Sum of the blocks' encoded lengths, without the end of the deflate stream. */
    public long encodedBytes() {
        return encodedBytes;
    }

    public int longestPlain() {
        return longestPlain;
    }

    public int longestEncoded() {
        return longestEncoded;
    }

    /** CRC-32 of the whole dump. */
    public int crc32() {
        return crc.value();
    }

    /** SHA-256 over the ordered (length, block SHA-256) list, lower-case hexadecimal. */
    public String dumpDigest() {
        return HexFormat.of().formatHex(rawDigest());
    }

    private byte[] rawDigest() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    ByteBuffer head() {
        return ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC)
                .putShort((short) FORMAT_VERSION).putShort((short) encoder).putShort((short) chunker)
                .putShort((short) Block.LINE_BYTES).putInt(blocks).putInt(averageBytes).putLong(dumpBytes)
                .put(rawDigest()).flip();
    }

    /** The lines, a segment at a time. */
    List<ByteBuffer> lines() {
        List<ByteBuffer> filled = new ArrayList<>();
        for (int first = 0; first < blocks; first += SEGMENT_BLOCKS) {
            int lines = Math.min(SEGMENT_BLOCKS, blocks - first);
            filled.add(ByteBuffer.wrap(segments.get(first / SEGMENT_BLOCKS), 0, lines * Block.LINE_BYTES));
        }
        return filled;
    }

    private ByteBuffer line(int number) {
        byte[] segment = segments.get(number / SEGMENT_BLOCKS);
        return ByteBuffer.wrap(segment, number % SEGMENT_BLOCKS * Block.LINE_BYTES, Block.LINE_BYTES);
    }
}

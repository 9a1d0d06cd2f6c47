package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.engine.sqlserver.mtf.MtfDamage.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A descriptor block: the "Common Block Header" of 52 bytes, the fields of its type, and its texts ("MTF_TAPE_ADDRESS":
 * size and offset of each), up to where its first stream begins.
 */
final class Block {
    static final int HEADER_BYTES = 52;
    /** "Soft Filemark Descriptor Block (MTF_SFMB)": the only one without streams. */
    static final String FILEMARK = "SFMB";
    private static final int CHECKSUM_AT = 50;
    private static final int STRING_TYPE_AT = 48;
    private static final int UTF_16 = 2;

    private final ByteBuffer bytes;
    private final long offset;

    private Block(ByteBuffer bytes, long offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    /**
     * Reads the block that begins here, and leaves its streams.
     *
     * @param filemarkBytes how long a soft filemark is; 0 where the media does not say
     */
    static Block read(ForwardBytes in, int filemarkBytes) throws IOException, Broken {
        long offset = in.position();
        ByteBuffer header = in.peek(HEADER_BYTES);
        if (header.remaining() < HEADER_BYTES) {
            throw new Broken(Part.END, offset + header.remaining());
        }
        if (!looksRight(header)) {
            throw new Broken(Part.BLOCK_HEADER, offset);
        }
        boolean filemark = name(header).equals(FILEMARK) && filemarkBytes >= HEADER_BYTES
                && filemarkBytes <= ForwardBytes.MOST;
        byte[] copy = new byte[filemark ? filemarkBytes : firstStream(header)];
        in.take(copy.length).get(copy);
        return new Block(ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN), offset);
    }

    static boolean looksRight(ByteBuffer header) {
        return header.remaining() >= HEADER_BYTES && HeaderChecksum.isName(header)
                && HeaderChecksum.holds(header, CHECKSUM_AT) && firstStream(header) >= HEADER_BYTES;
    }

    /** "Offset To First Event". */
    private static int firstStream(ByteBuffer header) {
        return Short.toUnsignedInt(header.getShort(8));
    }

    private static String name(ByteBuffer header) {
        return StandardCharsets.ISO_8859_1.decode(header.slice(0, 4)).toString();
    }

    String type() {
        return name(bytes);
    }

    /** Where it stands in the file. */
    long offset() {
        return offset;
    }

    int length() {
        return bytes.capacity();
    }

    /** "Format Logical Address": how far from the begin of its set it stands, in logical blocks. */
    long logicalAddress() {
        return bytes.getLong(20);
    }

    /** "Control Block ID": counts the blocks of a set. */
    long controlBlock() {
        return Integer.toUnsignedLong(bytes.getInt(36));
    }

    /** A number; 0 where the block is too short for it. */
    int u8(int at) {
        return at < length() ? Byte.toUnsignedInt(bytes.get(at)) : 0;
    }

    /** A number; 0 where the block is too short for it. */
    int u16(int at) {
        return at + 1 < length() ? Short.toUnsignedInt(bytes.getShort(at)) : 0;
    }

    /** A number; 0 where the block is too short for it. */
    long u32(int at) {
        return at + 3 < length() ? Integer.toUnsignedLong(bytes.getInt(at)) : 0;
    }

    Optional<LocalDateTime> date(int at) {
        return PackedDate.in(bytes, at);
    }

    /** The text whose size and offset stand here; empty where there is none. */
    String text(int field) {
        Charset encoding = u8(STRING_TYPE_AT) == UTF_16 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
        return PlacedText.in(bytes, u16(field + 2), u16(field), encoding);
    }

    Optional<UUID> guid(int at) {
        return Guid.in(bytes, at);
    }
}

package br.com.dmbackup.testkit.mtf;

import java.time.LocalDateTime;
import java.util.UUID;

/** A descriptor block: the common header of 52 bytes, its own fields, its texts. */
public final class MtfBlock {
    static final int COMMON = 52;
    private static final int OS_NT = 14;

    private final MtfBytes bytes = new MtfBytes();

    /** A block of any type, four letters. */
    public MtfBlock(String type) {
        bytes.ascii(0, type).put(10, 1, OS_NT).put(11, 1, 1).upTo(COMMON);
    }

    /** The attributes of the common header. */
    public MtfBlock attributes(long attributes) {
        return put(4, 4, attributes);
    }

    /** A number of so many bytes, anywhere. */
    public MtfBlock put(int offset, int size, long value) {
        bytes.put(offset, size, value);
        return this;
    }

    MtfBlock date(int offset, LocalDateTime at) {
        bytes.date(offset, at);
        return this;
    }

    MtfBlock text(int field, String text) {
        bytes.put(48, 1, 2).text(field, text);
        return this;
    }

    MtfBlock guid(int offset, UUID id) {
        bytes.guid(offset, id);
        return this;
    }

    /** Makes it at least so long. */
    public MtfBlock upTo(int size) {
        bytes.upTo(size);
        return this;
    }

    /**
     * The block's bytes up to where its streams begin.
     *
     * @param logicalAddress distance from the set's begin, in 1,024 bytes
     * @param controlBlock number of the block in its set
     */
    byte[] bytes(long logicalAddress, int controlBlock) {
        int firstStream = (bytes.length() + 3) & ~3;
        bytes.upTo(firstStream).put(8, 2, firstStream).put(20, 8, logicalAddress).put(36, 4, controlBlock);
        return bytes.put(50, 2, bytes.xor(25)).toArray();
    }
}

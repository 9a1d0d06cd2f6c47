package br.com.dmbackup.core.archive.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Packs bits into bytes, lowest bit first (RFC 1951, section 3.1.1). */
final class BitWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] target;
    private int at;
    private long bits;
    private int count;

    BitWriter() {
        target = new byte[0];
    }

    void begin(byte[] bytes) {
        target = bytes;
        at = 0;
        bits = 0;
        count = 0;
    }

    /** Room for so many bytes, and for the eight that are written at once. */
    boolean hasRoom(long bytes) {
        return at + bytes + 16 <= target.length;
    }

    /** Adds at most 32 bits; the upper ones of the value are zero. */
    void put(int value, int length) {
        bits |= (value & 0xffff_ffffL) << count;
        count += length;
        if (count >= 32) {
            flush();
        }
    }

    private void flush() {
        LONG.set(target, at, bits);
        int whole = count >>> 3;
        at += whole;
        bits >>>= whole << 3;
        count &= 7;
    }

    /** Goes to the next byte's border. */
    void align() {
        count = (count + 7) & ~7;
        flush();
    }

    void putBytes(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, target, at, length);
        at += length;
    }

    /** Bytes written, of which the last may not be full yet. */
    int length() {
        return at;
    }
}

package br.com.dmbackup.testkit.sqlserver.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Bytes} writes. A message that is too short ends in an {@link IndexOutOfBoundsException}. */
public final class ByteReader {
    private static final long UNKNOWN_LENGTH = -2;
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public long number(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at + i] & 0xFFL) << (8 * i);
        }
        at += size;
        return value;
    }

    /** The number with its highest bit as its sign. */
    public long signed(int size) {
        int unused = 64 - 8 * size;
        return number(size) << unused >> unused;
    }

    public int u8() {
        return (int) number(1);
    }

    public int u16() {
        return (int) number(2);
    }

    public byte[] bytes(int count) {
        if (count < 0 || count > remaining()) {
            throw new IndexOutOfBoundsException(count + " bytes of " + remaining());
        }
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    public String utf16(int chars) {
        return utf16(bytes(2 * chars));
    }

    /** B_VARCHAR. */
    public String shortText() {
        return utf16(u8());
    }

    /** A value of unknown size in chunks, PLP (MS-TDS 2.2.5.2.3), its total length already read and not null. */
    public byte[] chunks(long total) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int chunk = (int) number(4); chunk != 0; chunk = (int) number(4)) {
            whole.writeBytes(bytes(chunk));
        }
        if (total != UNKNOWN_LENGTH && total != whole.size()) {
            throw new IllegalArgumentException(whole.size() + " bytes in chunks where " + total + " were announced");
        }
        return whole.toByteArray();
    }

    public ByteReader skip(int count) {
        at += count;
        return this;
    }

    public ByteReader at(int offset) {
        at = offset;
        return this;
    }

    public int remaining() {
        return bytes.length - at;
    }

    public static String utf16(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_16LE);
    }
}

package br.com.dmbackup.testkit.sqlserver.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Grows by little-endian numbers and by the strings of MS-TDS 2.2.5.2. */
public final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** The low bits of a number in so many bytes. */
    public Bytes number(long value, int size) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }

    public Bytes u8(int value) {
        return number(value, 1);
    }

    public Bytes u16(int value) {
        return number(value, 2);
    }

    public Bytes u32(long value) {
        return number(value, 4);
    }

    public Bytes u64(long value) {
        return number(value, 8);
    }

    public Bytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** B_VARCHAR: a byte of length in characters. */
    public Bytes shortText(String text) {
        return u8(text.length()).bytes(utf16(text));
    }

    /** US_VARCHAR: two bytes of length in characters. */
    public Bytes text(String text) {
        return u16(text.length()).bytes(utf16(text));
    }

    public int size() {
        return out.size();
    }

    public byte[] toArray() {
        return out.toByteArray();
    }

    public static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}

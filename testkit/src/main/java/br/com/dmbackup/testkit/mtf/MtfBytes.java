package br.com.dmbackup.testkit.mtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.UUID;

/** Values as the format writes them: little-endian, dates packed into 40 bits, texts in UTF-16. */
final class MtfBytes {
    private byte[] bytes = new byte[0];

    int length() {
        return bytes.length;
    }

    byte[] toArray() {
        return bytes.clone();
    }

    /** Puts a number of so many bytes at an offset; what lies before it and was not written is zero. */
    MtfBytes put(int offset, int size, long value) {
        byte[] number = new byte[size];
        for (int i = 0; i < size; i++) {
            number[i] = (byte) (value >>> (8 * i));
        }
        return put(offset, number);
    }

    MtfBytes put(int offset, byte[] value) {
        if (bytes.length < offset + value.length) {
            bytes = Arrays.copyOf(bytes, offset + value.length);
        }
        System.arraycopy(value, 0, bytes, offset, value.length);
        return this;
    }

    MtfBytes ascii(int offset, String text) {
        return put(offset, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** "Date and Time": year 14 bits, month 4, day 5, hour 5, minute 6, second 6, the highest bits first. */
    MtfBytes date(int offset, LocalDateTime at) {
        long packed = at.getYear();
        packed = packed << 4 | at.getMonthValue();
        packed = packed << 5 | at.getDayOfMonth();
        packed = packed << 5 | at.getHour();
        packed = packed << 6 | at.getMinute();
        packed = packed << 6 | at.getSecond();
        for (int i = 0; i < 5; i++) {
            put(offset + i, 1, packed >>> (8 * (4 - i)));
        }
        return this;
    }

    /** A text at the end, its size and offset where the field is. */
    MtfBytes text(int field, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_16LE);
        int where = encoded.length == 0 ? 0 : length();
        put(field, 2, encoded.length).put(field + 2, 2, where);
        return encoded.length == 0 ? this : put(where, encoded);
    }

    /** A GUID: the first three groups little-endian. */
    MtfBytes guid(int offset, UUID id) {
        long high = id.getMostSignificantBits();
        put(offset, 4, high >>> 32).put(offset + 4, 2, high >>> 16).put(offset + 6, 2, high);
        ByteArrayOutputStream low = new ByteArrayOutputStream();
        for (int i = 7; i >= 0; i--) {
            low.write((int) (id.getLeastSignificantBits() >>> (8 * i)));
        }
        return put(offset + 8, low.toByteArray());
    }

    /** Makes it at least so long. */
    MtfBytes upTo(int size) {
        return length() < size ? put(size - 1, 1, 0) : this;
    }

    /** XOR of 16-bit words: the checksum of headers. */
    int xor(int words) {
        int sum = 0;
        for (int i = 0; i < 2 * words; i++) {
            sum ^= Byte.toUnsignedInt(bytes[i]) << (i % 2 == 0 ? 0 : 8);
        }
        return sum;
    }
}

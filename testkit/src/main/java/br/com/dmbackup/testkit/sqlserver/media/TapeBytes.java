package br.com.dmbackup.testkit.sqlserver.media;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.UUID;

/** Fields of a piece of tape: little-endian, but for dates. */
final class TapeBytes {
    private final ByteBuffer bytes;

    TapeBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What follows an offset. */
    TapeBytes from(int at) {
        return new TapeBytes(Arrays.copyOfRange(bytes.array(), at, bytes.capacity()));
    }

    int length() {
        return bytes.capacity();
    }

    String ascii(int at, int count) {
        return new String(bytes.array(), at, count, StandardCharsets.US_ASCII);
    }

    int u8(int at) {
        return bytes.get(at) & 0xFF;
    }

    int u16(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    int i32(int at) {
        return bytes.getInt(at);
    }

    long i64(int at) {
        return bytes.getLong(at);
    }

    /** UTF-16 at {size, offset}. */
    String text(int pair) {
        return new String(bytes.array(), u16(pair + 2), u16(pair), StandardCharsets.UTF_16LE);
    }

    UUID guid(int at) {
        long high = (i32(at) & 0xFFFFFFFFL) << 32 | (long) u16(at + 4) << 16 | u16(at + 6);
        return new UUID(high, ByteBuffer.wrap(bytes.array(), at + 8, 8).getLong());
    }

    /** Positions in the log as the server shows them: three numbers in a row of digits. */
    BigInteger lsn(int at) {
        return new BigInteger("%d%010d%05d".formatted(i32(at) & 0xFFFFFFFFL, i32(at + 4) & 0xFFFFFFFFL, u16(at + 8)));
    }

    /** Forty bits: year 14, month 4, day 5, hour 5, minute 6, second 6. */
    LocalDateTime date(int at) {
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << 8 | u8(at + i);
        }
        return LocalDateTime.of((int) (bits >>> 26), (int) (bits >>> 22) & 15, (int) (bits >>> 17) & 31,
                (int) (bits >>> 12) & 31, (int) (bits >>> 6) & 63, (int) bits & 63);
    }

    /** Whether the words before an offset make, by XOR, the word at it. */
    boolean isSealed(int from, int seal) {
        int sum = 0;
        for (int at = from; at < seal; at += 2) {
            sum ^= u16(at);
        }
        return sum == u16(seal);
    }
}

package br.com.dmbackup.testkit.sqlserver.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of an RPC, MS-TDS 2.2.6.6: each a name, flags, a TYPE_INFO and a value. Types that the driver does not
 * send for the product's statements are refused by name.
 */
final class ParameterReader {
    private static final int LONG = 0xFFFF;
    private final ByteReader in;

    ParameterReader(ByteReader in) {
        this.in = in;
    }

    /** The value; texts, whole numbers as {@link Long}, bits, bytes and times as Java has them. */
    @Nullable
    Object next() {
        in.shortText();
        in.skip(1);
        int type = in.u8();
        return switch (type) {
            case 0xE7, 0xEF -> sized(true, true);
            case 0xA7, 0xAF -> sized(false, true);
            case 0xA5, 0xAD -> sized(false, false);
            case 0x26, 0x68, 0x6D, 0x24, 0x6F -> small(type, in.u8());
            case 0x6C, 0x6A -> numeric();
            case 0x2A -> dateTime2(in.u8());
            case 0x63 -> oldText();
            default -> throw new IllegalArgumentException("a parameter of type 0x%02X".formatted(type));
        };
    }

    private @Nullable Object sized(boolean wide, boolean text) {
        int most = in.u16();
        in.skip(text ? SqlType.collation().length : 0);
        byte[] bytes;
        if (most == LONG) {
            long total = in.number(8);
            if (total == -1) {
                return null;
            }
            bytes = in.chunks(total);
        } else {
            int size = in.u16();
            if (size == LONG) {
                return null;
            }
            bytes = in.bytes(size);
        }
        if (!text) {
            return bytes;
        }
        return wide ? ByteReader.utf16(bytes) : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private @Nullable Object oldText() {
        in.skip(4 + SqlType.collation().length);
        int size = (int) in.number(4);
        return size == -1 ? null : ByteReader.utf16(in.bytes(size));
    }

    private @Nullable Object small(int type, int most) {
        int size = in.u8();
        if (size == 0) {
            return null;
        }
        if (size > most) {
            throw new IllegalArgumentException(size + " bytes in a parameter of " + most);
        }
        return switch (type) {
            case 0x26 -> size == 1 ? in.number(1) : in.signed(size);
            case 0x68 -> in.u8() != 0;
            case 0x6D -> size == 4
                    ? (Object) (double) Float.intBitsToFloat((int) in.number(4))
                    : Double.longBitsToDouble(in.number(8));
            case 0x24 -> guid();
            default -> LocalDate.of(1900, 1, 1).plusDays(in.signed(4))
                    .atTime(LocalTime.ofNanoOfDay(in.number(4) * 10_000_000 / 3));
        };
    }

    private UUID guid() {
        long high = in.number(4) << 32 | in.number(2) << 16 | in.number(2);
        return new UUID(high, ByteBuffer.wrap(in.bytes(8)).getLong());
    }

    private @Nullable Object numeric() {
        in.skip(2);
        int scale = in.u8();
        int size = in.u8();
        if (size == 0) {
            return null;
        }
        boolean positive = in.u8() != 0;
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < size - 1; i++) {
            value = value.or(BigInteger.valueOf(in.u8()).shiftLeft(8 * i));
        }
        return new BigDecimal(positive ? value : value.negate(), scale);
    }

    private @Nullable Object dateTime2(int scale) {
        int size = in.u8();
        if (size == 0) {
            return null;
        }
        long nanos = in.number(size - 3) * BigInteger.TEN.pow(9 - scale).longValue();
        return LocalDateTime.of(LocalDate.of(1, 1, 1).plusDays(in.number(3)), LocalTime.ofNanoOfDay(nanos));
    }
}

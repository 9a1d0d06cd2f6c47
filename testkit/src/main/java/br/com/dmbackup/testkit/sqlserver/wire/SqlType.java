package br.com.dmbackup.testkit.sqlserver.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column's type: its TYPE_INFO (MS-TDS 2.2.5.6) and its values (2.2.5.2). */
public sealed interface SqlType {
    /** SQL_Latin1_General_CP1_CI_AS, MS-TDS 2.2.5.1.2. */
    static byte[] collation() {
        return new byte[]{0x09, 0x04, (byte) 0xD0, 0x00, 0x34};
    }

    void describe(Bytes out);

    void write(Bytes out, @Nullable Object value);

    /** nvarchar(n), NVARCHARTYPE. */
    record Text(int chars) implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0xE7).u16(2 * chars).bytes(collation());
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value == null) {
                out.u16(0xFFFF);
            } else {
                byte[] text = Bytes.utf16(value.toString());
                out.u16(text.length).bytes(text);
            }
        }
    }

    /** nvarchar(max), in chunks of 2.2.5.2.3. */
    record LongText() implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0xE7).u16(0xFFFF).bytes(collation());
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            LongBinary.chunks(out, value == null ? null : Bytes.utf16(value.toString()));
        }
    }

    /** varbinary(max), in chunks of 2.2.5.2.3. */
    record LongBinary() implements SqlType {
        private static final int CHUNK = 8_000;

        @Override
        public void describe(Bytes out) {
            out.u8(0xA5).u16(0xFFFF);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            chunks(out, (byte[]) value);
        }

        private static void chunks(Bytes out, byte @Nullable [] value) {
            if (value == null) {
                out.u64(-1);
                return;
            }
            out.u64(value.length);
            for (int at = 0; at < value.length; at += CHUNK) {
                int count = Math.min(CHUNK, value.length - at);
                out.u32(count).bytes(java.util.Arrays.copyOfRange(value, at, at + count));
            }
            out.u32(0);
        }
    }

    /** varbinary(n), BIGVARBINARYTYPE. */
    record Binary(int size) implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0xA5).u16(size);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value instanceof byte[] bytes) {
                out.u16(bytes.length).bytes(bytes);
            } else {
                out.u16(0xFFFF);
            }
        }
    }

    /** tinyint, smallint, int, bigint by size, INTNTYPE. */
    record Whole(int size) implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0x26).u8(size);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value == null) {
                out.u8(0);
            } else {
                out.u8(size).number(((Number) value).longValue(), size);
            }
        }
    }

    /** bit, BITNTYPE. */
    record Bit() implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0x68).u8(1);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value == null) {
                out.u8(0);
            } else {
                out.u8(1).u8((Boolean) value ? 1 : 0);
            }
        }
    }

    /** datetime, DATETIMNTYPE: days since 1900 and three-hundredths of a second. */
    record DateTime() implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0x6F).u8(8);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value instanceof LocalDateTime time) {
                out.u8(8).u32(ChronoUnit.DAYS.between(LocalDate.of(1900, 1, 1), time.toLocalDate()))
                        .u32(time.toLocalTime().toNanoOfDay() * 3 / 10_000_000);
            } else {
                out.u8(0);
            }
        }
    }

    /** datetime2(7), DATETIME2NTYPE: hundreds of nanoseconds and days since the year 1. */
    record DateTime2() implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0x2A).u8(7);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value instanceof LocalDateTime time) {
                out.u8(8).number(time.toLocalTime().toNanoOfDay() / 100, 5)
                        .number(ChronoUnit.DAYS.between(LocalDate.of(1, 1, 1), time.toLocalDate()), 3);
            } else {
                out.u8(0);
            }
        }
    }

    /** numeric(p, s) in 13 bytes, NUMERICNTYPE; LSNs are numeric(25, 0). */
    record Numeric(int precision, int scale) implements SqlType {
        private static final int SIZE = 13;

        @Override
        public void describe(Bytes out) {
            out.u8(0x6C).u8(SIZE).u8(precision).u8(scale);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value == null) {
                out.u8(0);
                return;
            }
            BigInteger unscaled = new BigDecimal(value.toString()).setScale(scale).unscaledValue();
            out.u8(SIZE).u8(unscaled.signum() < 0 ? 0 : 1);
            for (int i = 0; i < SIZE - 1; i++) {
                out.u8(unscaled.abs().shiftRight(8 * i).intValue());
            }
        }
    }

    /** float, FLTNTYPE. */
    record Real() implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0x6D).u8(8);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value == null) {
                out.u8(0);
            } else {
                out.u8(8).u64(Double.doubleToLongBits(((Number) value).doubleValue()));
            }
        }
    }

    /** uniqueidentifier, GUIDTYPE: the first three groups little-endian. */
    record Guid() implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0x24).u8(16);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            if (value instanceof UUID uuid) {
                long high = uuid.getMostSignificantBits();
                out.u8(16).u32(high >>> 32).u16((int) (high >>> 16)).u16((int) high)
                        .bytes(ByteBuffer.allocate(8).putLong(uuid.getLeastSignificantBits()).array());
            } else {
                out.u8(0);
            }
        }
    }

    /** sql_variant, SSVARIANTTYPE (2.2.5.5.4), which SERVERPROPERTY gives: an int or a text. */
    record Variant() implements SqlType {
        @Override
        public void describe(Bytes out) {
            out.u8(0x62).u32(8_009);
        }

        @Override
        public void write(Bytes out, @Nullable Object value) {
            switch (value) {
                case null -> out.u32(0);
                case Number number -> out.u32(6).u8(0x38).u8(0).u32(number.intValue());
                default -> {
                    byte[] text = Bytes.utf16(value.toString());
                    out.u32(9 + text.length).u8(0xE7).u8(7).bytes(collation()).u16(8_000).bytes(text);
                }
            }
        }
    }
}

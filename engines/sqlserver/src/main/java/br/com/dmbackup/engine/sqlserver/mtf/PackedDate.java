package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * "MTF_DATE_TIME": 40 bits, the highest first: year 14, month 4, day 5, hour 5, minute 6, second 6; on the clock of the
 * machine that wrote. All zeros mean that there is none.
 */
final class PackedDate {
    private static final int BYTES = 5;

    private PackedDate() {}

    /** The date at an offset; none where it is not given, is outside, or is no date. */
    static Optional<LocalDateTime> in(ByteBuffer bytes, int at) {
        if (at + BYTES > bytes.limit()) {
            return Optional.empty();
        }
        long packed = 0;
        for (int i = 0; i < BYTES; i++) {
            packed = packed << 8 | Byte.toUnsignedLong(bytes.get(at + i));
        }
        if (packed == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of((int) (packed >> 26), bits(packed, 22, 4), bits(packed, 17, 5),
                    bits(packed, 12, 5), bits(packed, 6, 6), bits(packed, 0, 6)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int bits(long packed, int from, int count) {
        return (int) (packed >> from) & (1 << count) - 1;
    }
}

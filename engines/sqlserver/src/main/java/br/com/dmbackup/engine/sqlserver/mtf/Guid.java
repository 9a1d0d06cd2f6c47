package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;

/** A GUID as Windows stores it: the first three groups little-endian, the rest byte by byte. */
final class Guid {
    private static final int BYTES = 16;

    private Guid() {}

    /** The GUID at an offset; none where it is outside or zero. */
    static Optional<UUID> in(ByteBuffer bytes, int at) {
        if (at + BYTES > bytes.limit()) {
            return Optional.empty();
        }
        long high = Integer.toUnsignedLong(bytes.getInt(at)) << 32
                | Short.toUnsignedLong(bytes.getShort(at + 4)) << 16 | Short.toUnsignedLong(bytes.getShort(at + 6));
        long low = bytes.slice(at + 8, 8).order(ByteOrder.BIG_ENDIAN).getLong();
        return high == 0 && low == 0 ? Optional.empty() : Optional.of(new UUID(high, low));
    }
}

package br.com.dmbackup.core.backup;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The immutable identity of a backup: a UUID version 7 (RFC 9562, 5.7), so that ids sort by the time they were made.
 */
public record BackupId(UUID value) implements Comparable<BackupId> {
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** A new id for a backup that starts at {@code start}. */
    public static BackupId create(Instant start) {
        long high = (start.toEpochMilli() << 16) | 0x7000 | (RANDOM.nextLong() & 0x0fff);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new BackupId(new UUID(high, low));
    }

    /**
     * The id in its canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static BackupId parse(String text) {
        return new BackupId(UUID.fromString(text));
    }

    @Override
    public int compareTo(BackupId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

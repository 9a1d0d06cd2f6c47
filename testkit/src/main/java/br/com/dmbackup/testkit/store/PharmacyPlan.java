package br.com.dmbackup.testkit.store;

import java.time.LocalDateTime;

/**
 * What pharmacy to make.
 *
 * @param seed the same seed makes the same rows
 * @param targetBytes about how large the database file is to be; the number of sales follows from it
 * @param journal how SQLite keeps its journal
 * @param until when the last sale is made, about; the first is a year earlier
 */
public record PharmacyPlan(long seed, long targetBytes, JournalMode journal, LocalDateTime until) {
    /** {@code PRAGMA journal_mode}. */
    public enum JournalMode {
        WAL, DELETE
    }

    /** About 200 MB with a write-ahead log. */
    public static final PharmacyPlan STANDARD = new PharmacyPlan(20_260_302L, 200_000_000L, JournalMode.WAL,
            LocalDateTime.of(2026, 3, 2, 8, 0));

    public PharmacyPlan withSeed(long other) {
        return new PharmacyPlan(other, targetBytes, journal, until);
    }

    public PharmacyPlan withBytes(long other) {
        return new PharmacyPlan(seed, other, journal, until);
    }

    public PharmacyPlan withJournal(JournalMode other) {
        return new PharmacyPlan(seed, targetBytes, other, until);
    }

    public PharmacyPlan until(LocalDateTime other) {
        return new PharmacyPlan(seed, targetBytes, journal, other);
    }

    int products() {
        return scaled(22_000, 1_200);
    }

    int customers() {
        return scaled(40_000, 2_000);
    }

    /** Sales to be expected: an invoice and all that belongs to it takes about 6.7 KB. */
    long expectedSales() {
        return Math.max(1, targetBytes / 6_700);
    }

    private int scaled(int atFullSize, int least) {
        return Math.clamp(atFullSize * targetBytes / 1_700_000_000L, least, atFullSize);
    }
}

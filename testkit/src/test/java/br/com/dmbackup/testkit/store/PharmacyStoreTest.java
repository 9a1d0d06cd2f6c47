package br.com.dmbackup.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PharmacyStoreTest {
    private static final PharmacyPlan SMALL = PharmacyPlan.STANDARD.withBytes(12_000_000);

    @TempDir
    Path folder;

    @Test
    void makesTheSameRowsFromTheSameSeedAndOthersFromAnother() throws Exception {
        PharmacyStore one = PharmacyStore.create(folder.resolve("a.db"), SMALL);
        PharmacyStore two = PharmacyStore.create(folder.resolve("b.db"), SMALL);
        assertThat(two.digests()).isEqualTo(one.digests());
        one.sellFor(Duration.ofHours(1), 5);
        assertThat(two.digests()).isNotEqualTo(one.digests());
        two.sellFor(Duration.ofHours(1), 5);
        assertThat(two.digests()).isEqualTo(one.digests());
        PharmacyStore other = PharmacyStore.create(folder.resolve("c.db"), SMALL.withSeed(1));
        assertThat(other.digests()).isNotEqualTo(two.digests());
    }

    @Test
    void isAboutAsLargeAsAskedAndCompressesLikeAStore() throws Exception {
        PharmacyStore store = PharmacyStore.create(folder.resolve("a.db"), SMALL);
        byte[] bytes = Files.readAllBytes(store.file());
        assertThat(bytes.length).isBetween(12_000_000, 14_500_000);
        assertThat((double) bytes.length / deflated(bytes)).isBetween(5.0, 8.0);
    }

    @Test
    void holdsNumbersWhoseCheckDigitsAreRight() throws Exception {
        PharmacyStore store = PharmacyStore.create(folder.resolve("a.db"), SMALL.withBytes(4_000_000));
        try (Connection connection = store.open(); Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT ean FROM produto")) {
                while (rows.next()) {
                    assertThat(CheckDigits.ean13(rows.getString(1).substring(0, 12))).isEqualTo(rows.getString(1));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT cpf FROM cliente")) {
                while (rows.next()) {
                    assertThat(CheckDigits.cpf(rows.getString(1).substring(0, 9))).isEqualTo(rows.getString(1));
                }
            }
        }
    }

    @Test
    @SuppressWarnings("try")
    void sellsInTheBackgroundInBothJournalModes() throws Exception {
        for (PharmacyPlan.JournalMode mode : PharmacyPlan.JournalMode.values()) {
            PharmacyStore store = PharmacyStore.create(folder.resolve(mode + ".db"),
                    SMALL.withBytes(4_000_000).withJournal(mode));
            try (Seller seller = store.startSelling(3)) {
                while (seller.sales() < 5 && seller.failures() == 0) {
                    Thread.onSpinWait();
                }
                seller.close();
                assertThat(seller.failures()).isZero();
            }
        }
    }

    private static long deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(6)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[1 << 16];
            while (!deflater.finished()) {
                deflater.deflate(out);
            }
            return deflater.getBytesWritten();
        }
    }
}

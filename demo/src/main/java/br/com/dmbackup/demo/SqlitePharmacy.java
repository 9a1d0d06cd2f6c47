package br.com.dmbackup.demo;

import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import br.com.dmbackup.testkit.store.Seller;
import br.com.dmbackup.testkit.store.TableDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** In a file of SQLite's, in the demo's folder. */
final class SqlitePharmacy implements Pharmacy {
    private final DemoFolder folder;
    private final PharmacyStore store;

    SqlitePharmacy(DemoFolder folder) {
        this.folder = folder;
        this.store = PharmacyStore.at(folder.real(folder.database()));
    }

    @Override
    public void make(long bytes, LocalDateTime until, LongConsumer grown) throws SQLException {
        PharmacyStore.create(store.file(), PharmacyPlan.STANDARD.withBytes(bytes).until(until), grown);
    }

    @Override
    public String warning() {
        return "";
    }

    @Override
    public List<String> address() {
        return List.of("--database", name());
    }

    @Override
    public String name() {
        return folder.database().toString();
    }

    @Override
    public String unusedName() {
        Path restored = folder.typed().resolve("restaurado.db");
        return restored.toString();
    }

    @Override
    public boolean outlivesTheDemo() {
        return true;
    }

    @Override
    public long sizeBytes() throws IOException {
        return Files.size(store.file());
    }

    @Override
    public void sellFor(Duration time, long seed) throws SQLException {
        store.sellFor(time, seed);
    }

    @Override
    public OpenTill openTill(long seed, Duration pause) {
        Seller seller = store.startSelling(seed, pause);
        return new OpenTill() {
            @Override
            public boolean awaitFirstSale(Duration patience) throws InterruptedException {
                return seller.awaitFirstSale(patience);
            }

            @Override
            public long sales() {
                return seller.sales();
            }

            @Override
            public long failures() {
                return seller.failures();
            }

            @Override
            public void close() {
                seller.close();
            }
        };
    }

    @Override
    public SortedMap<String, Long> rowCounts() throws SQLException {
        return store.rowCounts();
    }

    @Override
    public SortedMap<String, TableDigest> digests() throws SQLException {
        return Files.exists(store.file()) ? store.digests() : new TreeMap<>();
    }

    @Override
    public void lose() throws IOException {
        Harm.delete(store.file());
    }

    @Override
    public void close() {
        // A file needs nobody.
    }
}

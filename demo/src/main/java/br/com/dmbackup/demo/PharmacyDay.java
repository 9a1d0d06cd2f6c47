package br.com.dmbackup.demo;

import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import br.com.dmbackup.testkit.store.Seller;
import br.com.dmbackup.testkit.store.TableDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/** The story: from the installation in the morning to a database that is deleted and comes back. */
final class PharmacyDay {
    static final int CHAPTERS = 10;
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final Duration BETWEEN_CUSTOMERS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DAMAGED_SLOT = "10h";

    private final DemoFolder folder;
    private final DemoClock clock;
    private final Prompt prompt;
    private final Narrator narrator;

    PharmacyDay(DemoFolder folder, DemoClock clock, Prompt prompt, Narrator narrator) {
        this.folder = folder;
        this.clock = clock;
        this.prompt = prompt;
        this.narrator = narrator;
    }

    void live(long databaseBytes) throws SQLException, IOException, InterruptedException {
        PharmacyStore store = make(databaseBytes);
        install();
        backupWhileSelling(store, "demo.open", LocalTime.of(10, 30));
        backupWhileSelling(store, "demo.again", LocalTime.of(11, 30));
        backupAtLunch(store);
        list();
        damage();
        repair();
        drill();
        loseAndRestore(store);
        status();
    }

    private PharmacyStore make(long databaseBytes) throws SQLException, IOException {
        narrator.say("demo.title");
        narrator.say("demo.folder", folder.typed());
        narrator.blank();
        narrator.say("demo.making", databaseBytes);
        Path file = folder.real(folder.database());
        PharmacyPlan plan = PharmacyPlan.STANDARD.withBytes(databaseBytes).until(clock.today().atTime(OPENING));
        PharmacyStore store = PharmacyStore.create(file, plan, bytes -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            narrator.percent(bytes, databaseBytes);
        });
        narrator.percentOver();
        SortedMap<String, Long> rows = store.rowCounts();
        narrator.say("demo.made", Files.size(file), rows.getOrDefault("produto", 0L), rows.getOrDefault("cliente", 0L),
                rows.getOrDefault("venda", 0L),
                rows.getOrDefault("sngpc", 0L));
        return store;
    }

    private void install() {
        chapter(LocalTime.of(9, 30), "demo.init");
        prompt.type("init", "--home", home(), "--database", folder.database().toString(), "--terminal",
                folder.terminal().toString(), "--cnpj", "11.222.333/0001-81", "--store-name",
                narrator.texts().text("demo.store"), "--yes");
    }

    private void backupWhileSelling(PharmacyStore store, String key, LocalTime time)
            throws SQLException, InterruptedException {
        store.sellFor(Duration.ofHours(1), time.getHour());
        chapter(time, key);
        try (Seller seller = store.startSelling(time.toSecondOfDay(), BETWEEN_CUSTOMERS)) {
            boolean open = seller.awaitFirstSale(PATIENCE);
            prompt.type("backup", "--home", home());
            long sales = seller.sales();
            if (!open || seller.failures() > 0) {
                throw new DemoStopped(narrator.texts().text("demo.sales_refused", seller.failures()),
                        ExitCode.INTERNAL);
            }
            narrator.blank();
            narrator.say("demo.sold", sales);
        }
    }

    private void backupAtLunch(PharmacyStore store) throws SQLException {
        LocalTime time = LocalTime.of(12, 30);
        store.sellFor(Duration.ofHours(1), time.getHour());
        chapter(time, "demo.lunch");
        prompt.type("backup", "--home", home());
    }

    private void list() {
        chapter(LocalTime.of(12, 35), "demo.list");
        prompt.type("list", "--home", home());
    }

    private void damage() throws IOException {
        Path archive = folder.terminal().resolve(DAMAGED_SLOT).resolve("MCDados.zip");
        chapter(LocalTime.of(12, 40), "demo.damage", archive);
        Harm.flipBit(folder.real(archive));
        prompt.typeExpecting(ExitCode.INTEGRITY, "verify", "--all", "--home", home());
        narrator.blank();
        narrator.say("demo.caught", ExitCode.INTEGRITY.number());
    }

    private void repair() {
        chapter(LocalTime.of(12, 45), "demo.repair");
        prompt.type("deliver", "--home", home());
        narrator.blank();
        prompt.type("verify", DAMAGED_SLOT, "--home", home());
    }

    private void drill() {
        chapter(LocalTime.of(13, 0), "demo.drill");
        prompt.type("drill", "--home", home());
    }

    private void loseAndRestore(PharmacyStore store) throws SQLException, IOException {
        SortedMap<String, TableDigest> before = store.digests();
        chapter(LocalTime.of(13, 20), "demo.lost", folder.database(), rows(before));
        Harm.delete(store.file());
        prompt.type("restore", "--replace", "--yes", "--home", home());
        SortedMap<String, TableDigest> after = Files.exists(store.file()) ? store.digests() : new TreeMap<>();
        if (!after.equals(before)) {
            throw new DemoStopped(narrator.texts().text("demo.rows_differ", rows(before), rows(after)),
                    ExitCode.INTEGRITY);
        }
        narrator.blank();
        narrator.say("demo.rows_equal", rows(after), after.size());
    }

    private void status() {
        chapter(LocalTime.of(13, 25), "demo.status");
        prompt.type("status", "--home", home());
    }

    private void chapter(LocalTime time, String key, Object... arguments) {
        clock.set(time);
        narrator.chapter(time, key, arguments);
    }

    private String home() {
        return folder.typed().toString();
    }

    private static long rows(SortedMap<String, TableDigest> tables) {
        return tables.values().stream().mapToLong(TableDigest::rows).sum();
    }
}

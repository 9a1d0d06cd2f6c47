package br.com.dmbackup.demo;

import br.com.dmbackup.demo.Pharmacy.OpenTill;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.testkit.store.TableDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;

/** The story: from the installation in the morning to a database that is deleted and comes back. */
final class PharmacyDay {
    static final int CHAPTERS = 10;
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final Duration BETWEEN_CUSTOMERS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DAMAGED_SLOT = "10h";

    private final Pharmacy pharmacy;
    private final DemoFolder folder;
    private final DemoClock clock;
    private final Prompt prompt;
    private final Narrator narrator;

    PharmacyDay(Pharmacy pharmacy, DemoFolder folder, DemoClock clock, Prompt prompt, Narrator narrator) {
        this.pharmacy = pharmacy;
        this.folder = folder;
        this.clock = clock;
        this.prompt = prompt;
        this.narrator = narrator;
    }

    void live(long databaseBytes) throws SQLException, IOException, InterruptedException {
        make(databaseBytes);
        install();
        backupWhileSelling("demo.open", LocalTime.of(10, 30));
        backupWhileSelling("demo.again", LocalTime.of(11, 30));
        backupAtLunch();
        list();
        damage();
        repair();
        drill();
        loseAndRestore();
        status();
    }

    private void make(long databaseBytes) throws SQLException, IOException {
        narrator.say("demo.title");
        narrator.say("demo.folder", folder.typed());
        if (!pharmacy.warning().isEmpty()) {
            narrator.blank();
            narrator.say(pharmacy.warning());
        }
        narrator.blank();
        narrator.say("demo.making", databaseBytes);
        pharmacy.make(databaseBytes, clock.today().atTime(OPENING), bytes -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            narrator.percent(bytes, databaseBytes);
        });
        narrator.percentOver();
        SortedMap<String, Long> rows = pharmacy.rowCounts();
        narrator.say("demo.made", pharmacy.sizeBytes(), rows.getOrDefault("produto", 0L),
                rows.getOrDefault("cliente", 0L), rows.getOrDefault("venda", 0L), rows.getOrDefault("sngpc", 0L));
    }

    private void install() {
        chapter(LocalTime.of(9, 30), "demo.init");
        List<String> init = new ArrayList<>(List.of("init", "--home", home()));
        init.addAll(pharmacy.address());
        init.addAll(List.of("--terminal", folder.terminal().toString(), "--cnpj", "11.222.333/0001-81",
                "--store-name", narrator.texts().text("demo.store"), "--yes"));
        prompt.type(init.toArray(String[]::new));
    }

    private void backupWhileSelling(String key, LocalTime time) throws SQLException, InterruptedException {
        pharmacy.sellFor(Duration.ofHours(1), time.getHour());
        chapter(time, key);
        try (OpenTill till = pharmacy.openTill(time.toSecondOfDay(), BETWEEN_CUSTOMERS)) {
            boolean open = till.awaitFirstSale(PATIENCE);
            prompt.type("backup", "--home", home());
            long sales = till.sales();
            if (!open || till.failures() > 0) {
                throw new DemoStopped(narrator.texts().text("demo.sales_refused", till.failures()),
                        ExitCode.INTERNAL);
            }
            narrator.blank();
            narrator.say("demo.sold", sales);
        }
    }

    private void backupAtLunch() throws SQLException {
        LocalTime time = LocalTime.of(12, 30);
        pharmacy.sellFor(Duration.ofHours(1), time.getHour());
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

    private void loseAndRestore() throws SQLException, IOException {
        SortedMap<String, TableDigest> before = pharmacy.digests();
        chapter(LocalTime.of(13, 20), "demo.lost", pharmacy.name(), rows(before));
        pharmacy.lose();
        prompt.type("restore", "--replace", "--yes", "--home", home());
        SortedMap<String, TableDigest> after = pharmacy.digests();
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

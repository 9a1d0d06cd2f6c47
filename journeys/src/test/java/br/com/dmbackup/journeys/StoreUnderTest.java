package br.com.dmbackup.journeys;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.WatchedDestination;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Installation.Machine;
import br.com.dmbackup.core.installation.SettingsReader;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.destination.folder.CarefulFolders;
import br.com.dmbackup.destination.folder.FolderDestination;
import br.com.dmbackup.destination.folder.FolderDestinationFactory;
import br.com.dmbackup.engine.sqlite.SqliteEngineFactory;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A store with a small SQLite database, a home folder, a terminal's folder and a clock that we set. */
final class StoreUnderTest {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    final Path root;
    final Path database;
    final Path terminal;
    final Home home;
    final SettableClock clock = SettableClock.at("2022-06-29T09:30", ZONE);
    final RecordingListener listener = new RecordingListener();
    private Folders folders = FolderDestination::new;
    private UnaryOperator<Destination> terminalWith = destination -> destination;
    private Duration silence = Duration.ofSeconds(30);
    private int localSlots = 24;
    private UnaryOperator<DatabaseEngine> engineWith = engine -> engine;
    private boolean alone;
    private Supplier<Duration> sinceStart = () -> Duration.ofMillis(clock.millis());

    /** A new store with 500 products. */
    StoreUnderTest(Path root) {
        this(root, "Terminal da Farmácia");
        sql("create table produto (id integer primary key, nome text, preco integer)");
        sell(500);
    }

    private StoreUnderTest(Path root, String terminalMachine) {
        this.root = root;
        this.database = root.resolve("loja.db");
        this.terminal = root.resolve(terminalMachine).resolve("MCBkp");
        this.home = new Home(root.resolve("MBHSist"));
        try {
            Files.createDirectories(terminal);
            Files.createDirectories(home.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        home.prepare();
    }

    /** The store that another process or test has left in this folder. */
    static StoreUnderTest standingIn(Path root) {
        return new StoreUnderTest(root, "Terminal da Farmácia");
    }

    /** All folders replace the careful way, as on FAT. */
    StoreUnderTest withoutAtomicRename() {
        folders = CarefulFolders::open;
        return this;
    }

    /** Opens a folder as a destination. */
    @FunctionalInterface
    interface Folders {
        FolderDestination open(String name, Path root, Checkpoint checkpoint);
    }

    /** What the terminal's folder becomes, such as one that misbehaves. */
    StoreUnderTest terminalAs(UnaryOperator<Destination> wrapper) {
        terminalWith = wrapper;
        return this;
    }

    StoreUnderTest silence(Duration limit) {
        silence = limit;
        return this;
    }

    StoreUnderTest localSlots(int slots) {
        localSlots = slots;
        return this;
    }

    /** With no destination but this machine. */
    StoreUnderTest alone() {
        alone = true;
        return this;
    }

    /** What the engine becomes, such as one whose dumps are forged. */
    StoreUnderTest engineAs(UnaryOperator<DatabaseEngine> wrapper) {
        engineWith = wrapper;
        return this;
    }

    /** Gives the machine a monotonic clock that goes its own way. */
    StoreUnderTest monotonic(Supplier<Duration> clockSinceStart) {
        sinceStart = clockSinceStart;
        return this;
    }

    /** Adds products with texts that differ, so that the dump grows and changes. */
    void sell(int products) {
        sql("""
                with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
                insert into produto (nome, preco) select 'Produto ' || hex(randomblob(40)), abs(random()) %% 9999 from n
                """.formatted(products));
    }

    void sql(String statement) {
        sql(database, statement);
    }

    static void sql(Path file, String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long rows(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = connection.createStatement();
                var row = running.executeQuery("select count(*) from produto")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Installation open() {
        return open(Checkpoint.NONE);
    }

    Installation open(Checkpoint checkpoint) {
        write(home.settingsFile(), """
                [store]
                time_zone = "America/Sao_Paulo"
                [database]
                engine = "sqlite"
                path = "%s"
                [local]
                slots = %d
                """.formatted(database, localSlots) + (alone ? "" : """
                [[destination]]
                name = "terminal"
                kind = "folder"
                path = "%s"
                marker = false
                """.formatted(terminal)));
        SettingsReader reader = new SettingsReader(List.of(new SqliteEngineFactory()),
                List.of(new FolderDestinationFactory()), List.of(), checkpoint);
        if (!(reader.read(home.settingsFile(), home.root()) instanceof SettingsReader.Sound sound)) {
            throw new IllegalStateException("settings");
        }
        List<Destination> remotes = new ArrayList<>();
        sound.settings().destinations().forEach(said -> remotes.add(WatchedDestination
                .around(terminalWith.apply(folders.open(said.name(), terminal, checkpoint)), silence)));
        return new Installation(home, sound.settings(), engineWith.apply(sound.engine().apply(clock)),
                folders.open("local", home.backupFolder(), checkpoint), remotes,
                folder -> folders.open(folder.toString(), folder, checkpoint),
                Catalog.open(home.catalogFile(), clock), new Machine(clock,
                        () -> new MonotonicStamp("boot", sinceStart.get().toNanos()), checkpoint,
                        "test"));
    }

    /** One run at a time of day. */
    RunOutcome backupAt(String localDateTime) {
        clock.set(localDateTime);
        return backup();
    }

    RunOutcome backup() {
        try (Installation here = open()) {
            return new BackupRun(here, listener).run();
        }
    }

    Path localSlot(int hour) {
        return home.backupFolder().resolve(new Slot(hour).folderName()).resolve("MCDados.zip");
    }

    Path terminalSlot(int hour) {
        return terminal.resolve(new Slot(hour).folderName()).resolve("MCDados.zip");
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Clock clock() {
        return clock;
    }
}

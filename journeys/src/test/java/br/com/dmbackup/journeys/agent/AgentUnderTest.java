package br.com.dmbackup.journeys.agent;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.StatusWatcher;
import br.com.dmbackup.agent.life.Agent;
import br.com.dmbackup.agent.life.Machine;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.cli.agent.SessionDoor;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The product's own agent on a small store, minute by minute on a clock that we hold. */
public final class AgentUnderTest implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final Path root;
    final Path database;
    final Path terminal;
    final Home home;
    final SettableClock clock;
    final AtomicInteger lost = new AtomicInteger();
    private final List<StatusWatcher> watchers = new CopyOnWriteArrayList<>();
    private volatile Duration uptime = Duration.ofDays(1);
    private SteppedRest rest = new SteppedRest();
    private volatile double load;
    private volatile Optional<Agent> agent = Optional.empty();

    public AgentUnderTest(Path root, String localDateTime) {
        this.root = root;
        this.database = root.resolve("loja.db");
        this.terminal = root.resolve("terminal");
        this.home = new Home(root.resolve("MBHSist"));
        this.clock = SettableClock.at(localDateTime, ZONE);
        try {
            Files.createDirectories(terminal);
            Files.createDirectories(home.root());
            restrict(home.root(), "rwxr-x---");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql("create table produto (id integer primary key, nome text)");
        sell(20);
        settings(soundSettings());
    }

    public Home home() {
        return home;
    }

    public Path terminal() {
        return terminal;
    }

    public SettableClock clock() {
        return clock;
    }

    String soundSettings() {
        return """
                [store]
                cnpj = "11222333000181"
                name = "Farmácia São José"
                time_zone = "America/Sao_Paulo"
                [database]
                engine = "sqlite"
                path = "%s"
                [[destination]]
                name = "terminal"
                kind = "folder"
                path = "%s"
                marker = false
                """.formatted(database, terminal);
    }

    void settings(String text) {
        write(home.settingsFile(), text);
        restrict(home.settingsFile(), "rw-r-----");
    }

    public void sell(int products) {
        sql("with recursive n(i) as (select 1 union all select i + 1 from n where i < %d) insert into produto (nome) select hex(randomblob(20)) from n"
                .formatted(products));
    }

    public void sql(String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    AgentUnderTest watchedBy(StatusWatcher watcher) {
        watchers.add(watcher);
        return this;
    }

    public AgentUnderTest busy(double processors) {
        load = processors;
        return this;
    }

    /** Starts it and waits for the end of its first minute. */
    public AgentUnderTest start() throws InterruptedException, TimeoutException {
        begin();
        settle();
        return this;
    }

    /** Starts it. */
    void begin() {
        rest = new SteppedRest();
        Machine machine = new Machine(() -> new MonotonicStamp("boot", uptime.toNanos()), rest, () -> load,
                lost::incrementAndGet);
        Agent started = new Agent(new SessionDoor(session()), machine, List.of(), watchers);
        agent = Optional.of(started);
        started.start();
    }

    public Session session() {
        Surroundings surroundings = new Surroundings(
                new Surroundings.Screen(new ByteArrayInputStream(new byte[0]),
                        new PrintStream(OutputStream.nullOutputStream()),
                        new PrintStream(OutputStream.nullOutputStream()), false, 80),
                Map.of(), root, clock, () -> new MonotonicStamp("boot", uptime.toNanos()), Checkpoint.NONE);
        return new Session(surroundings, home.root(), new SilentOutput(), Messages.in(Language.PT_BR),
                Messages.in(Language.PT_BR, "br.com.dmbackup.cli.texts"));
    }

    public AgentDesk desk() {
        return agent.orElseThrow().desk();
    }

    AgentStatus status() {
        return desk().status();
    }

    Optional<Trouble> trouble(String topic) {
        return status().troubles().stream().filter(trouble -> trouble.topic().equals(topic)).findFirst();
    }

    /** One minute passes, and whatever it brings is done. */
    public void minute() throws InterruptedException, TimeoutException {
        minutes(1);
    }

    public void minutes(int count) throws InterruptedException, TimeoutException {
        for (int minute = 0; minute < count; minute++) {
            clock.advance(Duration.ofMinutes(1));
            passUnseen(Duration.ofMinutes(1));
            rest.wake();
            settle();
        }
    }

    /** Minutes in which a job may be under way. */
    void minutesBeside(int count) throws InterruptedException, TimeoutException {
        for (int minute = 0; minute < count; minute++) {
            clock.advance(Duration.ofMinutes(1));
            passUnseen(Duration.ofMinutes(1));
            rest.wake();
            rest.awaitRest();
        }
    }

    /** Time that the monotonic clock counts, and nobody looks. */
    public void passUnseen(Duration time) {
        uptime = uptime.plus(time);
    }

    /** The machine sleeps: the clock on the wall goes on, the other stands still. */
    void sleep(Duration time) {
        clock.advance(time);
    }

    /** Waits until the loop rests and no job is under way. */
    public void settle() throws InterruptedException, TimeoutException {
        rest.awaitRest();
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (AgentStatus now = status(); now.activity().status() != StatusText.WAITING; now = status()) {
            if (System.nanoTime() > until) {
                throw new TimeoutException(now.toString());
            }
            desk().statusAfter(now.revision());
            rest.awaitRest();
        }
    }

    /** The slots that are filled, with the moment of each file. */
    List<String> slots(Path place) {
        try (Stream<Path> folders = Files.list(place)) {
            return folders.filter(Files::isDirectory).filter(folder -> Files.exists(folder.resolve("MCDados.zip")))
                    .map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an installation leaves it. */
    private static void restrict(Path path, String rights) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        agent.ifPresent(Agent::close);
        agent = Optional.empty();
    }
}

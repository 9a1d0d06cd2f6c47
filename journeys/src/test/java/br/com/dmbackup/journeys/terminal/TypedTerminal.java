package br.com.dmbackup.journeys.terminal;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.journeys.terminal.TwoMachines.Said;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A backup terminal and a server that are only ever spoken to by typing, both on one clock that we hold. */
final class TypedTerminal implements AutoCloseable {
    static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}-[A-Z0-9]{5}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Path root;
    final Path terminal;
    final Path server;
    final Path mcBkp;
    final Path database;
    final SettableClock clock = SettableClock.at("2026-11-23T09:05", TwoMachines.ZONE);
    final int port;
    private Optional<Running> running = Optional.empty();

    /** A command under way, and what it has said so far. */
    record Running(Thread thread, ByteArrayOutputStream out) implements AutoCloseable {
        String said() {
            return out.toString(StandardCharsets.UTF_8);
        }

        /** The code that it shows. */
        String code() {
            Awaitility.await().atMost(PATIENCE).until(() -> CODE.matcher(said()).find() || !thread.isAlive());
            Matcher found = CODE.matcher(said());
            if (!found.find()) {
                throw new AssertionError(said());
            }
            return found.group();
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    TypedTerminal(Path root) throws IOException {
        this.root = root;
        terminal = root.resolve("terminal");
        server = root.resolve("servidor");
        mcBkp = root.resolve("MCBkp");
        database = root.resolve("loja.db");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        require(type(terminal, "terminal", "init", "--folder", mcBkp.toString(), "--name", "balcao", "--port",
                String.valueOf(port)));
        settings("findable = false\n");
        TwoMachines.settings(server, database);
    }

    /** Further lines of terminal.toml. */
    TypedTerminal settings(String lines) throws IOException {
        Files.writeString(terminal.resolve("terminal.toml"), lines, StandardOpenOption.APPEND);
        return this;
    }

    /** Starts the terminal; it shows a code where nobody is paired. */
    Running start() {
        Running started = begin(terminal, QuickTerminal.NAME);
        running = Optional.of(started);
        Awaitility.await().atMost(PATIENCE)
                .until(() -> started.said().contains(String.valueOf(port)) || !started.thread().isAlive());
        if (!started.thread().isAlive()) {
            throw new AssertionError(started.said());
        }
        return started;
    }

    /** Starts it and pairs the server with it. */
    Said startPaired() {
        return require(type(server, "pair", start().code(), "--address", address()));
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    Running begin(Path home, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thread thread = Thread.ofPlatform().daemon().start(() -> run(home, out, out, words));
        return new Running(thread, out);
    }

    Said type(Path home, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(home, out, err, words);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** As it must end. */
    static Said require(Said said) {
        if (said.code() != 0) {
            throw new AssertionError(said.code() + ": " + said.all());
        }
        return said;
    }

    private int run(Path home, ByteArrayOutputStream out, ByteArrayOutputStream err, String... words) {
        Surroundings.Screen screen = new Surroundings.Screen(new ByteArrayInputStream(new byte[0]), utf8(out),
                utf8(err), false, 200);
        List<String> typed = new ArrayList<>(List.of(words));
        typed.addAll(List.of("--home", home.toString()));
        return Dmbackup.run(typed, new Surroundings(screen, Map.of(), root, clock,
                () -> new MonotonicStamp("boot", clock.millis() * 1_000_000), Checkpoint.NONE),
                List.of(new QuickTerminal(step -> {})));
    }

    Said backupAt(String localDateTime) {
        clock.set(localDateTime);
        return type(server, "backup");
    }

    /** Time passes while the terminal runs and looks each minute. */
    void pass(Duration time) {
        for (long minutes = time.toMinutes(); minutes > 0; minutes -= 2) {
            clock.advance(Duration.ofMinutes(Math.min(2, minutes)));
            rest(QuickTerminal.MINUTE.multipliedBy(3));
        }
    }

    private static void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        Awaitility.await().pollInterval(time).until(() -> System.nanoTime() >= until);
    }

    void sql(String statement) {
        TwoMachines.sql(database, statement);
    }

    /** So many sales, each of half a kilobyte. */
    void sell(int count) {
        sql("create table if not exists venda (id integer primary key, nota text, valor integer)");
        sql("""
                with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
                insert into venda (nota, valor) select 'NFC-e ' || i || ' ' || hex(zeroblob(300)), i from n
                """.formatted(count));
    }

    /** What ransomware makes of the sales. */
    void encrypt() {
        sql("drop table venda");
        sql("create table venda (id integer primary key, nota blob, valor integer)");
        sql("insert into venda (nota) values (randomblob(1500000))");
        sql("vacuum");
    }

    String toml() {
        try {
            return Files.readString(server.resolve("dmbackup.toml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        running.ifPresent(Running::close);
    }
}

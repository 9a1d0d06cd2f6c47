package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.terminal.life.Alarms;
import br.com.dmbackup.terminal.life.Hours;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.terminal.life.TerminalLife;
import br.com.dmbackup.terminal.life.TerminalSettings;
import br.com.dmbackup.terminal.receiver.Receiver;
import br.com.dmbackup.testkit.network.TcpFaultProxy;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store's server and its backup terminal, each with a folder and a clock of its own, and a wire between them that can be
 * made to misbehave.
 */
final class TwoMachines implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    static final String CNPJ = "11222333000181";

    final Path root;
    final Path terminalFolder;
    final Path mcBkp;
    final SettableClock serverClock = SettableClock.at("2026-11-23T09:05", ZONE);
    final SettableClock terminalClock = SettableClock.at("2026-11-23T09:05", ZONE);
    final TcpFaultProxy wire;
    Path server;
    Path database;
    Receiver.Bounds bounds = Receiver.Bounds.USUAL;
    boolean findable;
    Checkpoint checkpoint = Checkpoint.NONE;
    TerminalLife life;
    private final Duration start = Duration.ofNanos(System.nanoTime());

    /** What a command said and how it ended. */
    record Said(int code, String out, String err) {
        String all() {
            return out + err;
        }
    }

    TwoMachines(Path root) throws IOException {
        this.root = root;
        this.terminalFolder = root.resolve("terminal");
        this.mcBkp = root.resolve("MCBkp");
        this.server = root.resolve("servidor");
        this.database = root.resolve("loja.db");
        Files.createDirectories(server);
        Files.createDirectories(terminalFolder);
        TerminalSettings.write(new TerminalHome(terminalFolder), "balcao", mcBkp, TerminalSettings.USUAL_PORT,
                Messages.in(Language.PT_BR));
        this.life = started();
        this.wire = new TcpFaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), life.port()));
        settings(server, database);
        sql("create table venda (id integer primary key, nota text, valor integer)");
        sell(4000);
    }

    static void settings(Path home, Path database) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("dmbackup.toml"), """
                language = "pt-BR"
                # Comentário da loja, que fica.
                [store]
                cnpj = "%s"
                name = "Farmácia São João"
                time_zone = "America/Sao_Paulo"
                [database]
                engine = "sqlite"
                path = '%s'
                """.formatted(CNPJ, database));
    }

    /** Any free port: several tests run side by side. */
    TerminalLife started() {
        TerminalSettings settings = new TerminalSettings(Language.PT_BR, "balcao", mcBkp, 0, findable, ZONE,
                TerminalSettings.Expects.BACKUP);
        return TerminalLife.open(new TerminalHome(terminalFolder), settings,
                new Hours(Optional.empty(), ClosedDays.NONE), Alarms.NONE,
                new TerminalLife.Machine(terminalClock, this::monotonic, Duration.ofMillis(200), bounds, "test"));
    }

    private MonotonicStamp monotonic() {
        return new MonotonicStamp("boot", System.nanoTime() - start.toNanos());
    }

    void restartTerminal() {
        life.close();
        life = started();
        wire.lead(new InetSocketAddress(InetAddress.getLoopbackAddress(), life.port()));
    }

    String address() {
        return "127.0.0.1:" + wire.address().getPort();
    }

    void pair() {
        Said said = type("pair", life.desk().invite(false).code(), "--address", address());
        assertThat(said.code()).as(said.all()).isZero();
    }

    Said type(String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings.Screen screen = new Surroundings.Screen(new ByteArrayInputStream(new byte[0]), utf8(out),
                utf8(err), false, 200);
        List<String> typed = new ArrayList<>(List.of(command));
        typed.addAll(List.of("--home", server.toString()));
        int code = Dmbackup.run(typed, new Surroundings(screen, Map.of(), root, serverClock,
                () -> new MonotonicStamp("boot", serverClock.millis() * 1_000_000), checkpoint), List.of());
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Said backupAt(String localDateTime) {
        serverClock.set(localDateTime);
        terminalClock.set(localDateTime);
        return type("backup");
    }

    Path there(String name) {
        return mcBkp.resolve(name);
    }

    Path here(String name) {
        return server.resolve("Backup").resolve(name);
    }

    void sell(int count) {
        sql("""
                with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
                insert into venda (nota, valor) select 'NFC-e ' || hex(randomblob(300)), abs(random()) %% 9999 from n
                """.formatted(count));
    }

    void sql(String statement) {
        sql(database, statement);
    }

    static void sql(Path database, String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long rows(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = connection.createStatement();
                var row = running.executeQuery("select count(*) from venda")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        wire.close();
        life.close();
    }
}

package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.testkit.network.TcpFaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server and a terminal as people have them: typed commands, real processes, and a terminal that is killed. */
@Tag("slow")
class TwoProcessesTest {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}-[A-Z0-9]{5}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path root;

    private RealProgram program;
    private int port;
    private int starts;
    @SuppressWarnings("NullAway.Init")
    private Process terminal;
    private TcpFaultProxy wire;

    @BeforeEach
    void set() throws Exception {
        program = new RealProgram(root);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ok("terminal", "init", "--home", "T", "--folder", "MCBkp", "--name", "balcao", "--port", String.valueOf(port));
        String settings = Files.readString(root.resolve("T/terminal.toml"));
        Files.writeString(root.resolve("T/terminal.toml"), settings + "findable = false\n");
        TwoMachines.settings(root.resolve("S"), root.resolve("loja.db"));
        wire = new TcpFaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @AfterEach
    void end() {
        wire.close();
        if (terminal != null) {
            terminal.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aTerminalThatIsKilledWhileItTakesABackupTakesItWhenItIsBack() throws Exception {
        sell(8000);
        String code = start();
        ok("pair", code, "--address", "127.0.0.1:" + wire.address().getPort(), "--home", "S");

        // The first backup, of about 2.5 MB, meets a terminal that dies at ever later moments.
        for (long bytes : new long[]{300_000, 900_000, 600_000}) {
            long until = wire.up().carriedBytes() + bytes;
            Thread killer = Thread.ofPlatform().start(() -> {
                Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1))
                        .until(() -> wire.up().carriedBytes() >= until);
                terminal.destroyForcibly().onExit().join();
            });
            Ended ended = program.run(List.of(bytes == 300_000 ? "backup" : "deliver", "--home", "S"));
            killer.join();
            assertThat(ended.code()).as(ended.text()).isIn(3, 4);
            assertThat(start()).isEmpty();
        }
        ok("deliver", "--home", "S");

        List<Path> slots = slots();
        assertThat(slots).hasSize(1);
        try (ZipFile archive = new ZipFile(slots.getFirst().toFile())) {
            assertThat(archive.getInputStream(archive.getEntry("MCDados.bak")).readAllBytes()).isNotEmpty();
        }
        assertThat(ok("terminal", "status", "--home", "T")).contains("Farmácia São João");
        assertThat(ok("verify", "--all", "--home", "S")).doesNotContain("DM-");

        terminal.destroyForcibly().onExit().join();
        Files.createDirectories(root.resolve("pendrive"));
        String slot = slots.getFirst().getName(slots.getFirst().getNameCount() - 2).toString();
        ok("terminal", "restore", slot, "--to", "pendrive", "--dump", "--home", "T");
        assertThat(TwoMachines.rows(root.resolve("pendrive/MCDados.bak"))).isEqualTo(8000);
        assertThat(ok("terminal", "list", "--home", "T")).contains(slot + "/MCDados.zip");
    }

    private List<Path> slots() throws IOException {
        try (var files = Files.walk(root.resolve("MCBkp"))) {
            return files.filter(file -> file.toString().matches(".*/\\d\\dh/MCDados.zip"))
                    .filter(Files::isRegularFile).toList();
        }
    }

    /** Starts the terminal and waits until it listens; the code that it shows, empty where it shows none. */
    private String start() throws IOException {
        boolean lonely = starts == 0;
        Path heard = root.resolve("terminal-" + starts++ + ".txt");
        terminal = program.leashed(List.of("terminal", "run", "--home", "T"), heard);
        Awaitility.await().atMost(PATIENCE)
                .until(() -> !terminal.isAlive() || (Files.readString(heard, StandardCharsets.UTF_8)
                        .contains(String.valueOf(port)) && (!lonely || CODE.matcher(Files.readString(heard)).find())));
        String text = Files.readString(heard, StandardCharsets.UTF_8);
        assertThat(terminal.isAlive()).as(text).isTrue();
        Matcher code = CODE.matcher(text);
        return code.find() ? code.group() : "";
    }

    private String ok(String... words) throws Exception {
        Ended ended = program.run(List.of(words));
        assertThat(ended.code()).as(ended.text()).isZero();
        return ended.text();
    }

    private void sell(int count) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("loja.db"));
                var running = connection.createStatement()) {
            running.execute("create table venda (id integer primary key, nota text, valor integer)");
            running.execute("""
                    with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
                    insert into venda (nota, valor) select 'NFC-e ' || hex(randomblob(300)), i from n
                    """.formatted(count));
        }
    }
}

package br.com.dmbackup.demo;

import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.terminal.life.DoorBell;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.testkit.network.TcpFaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The story of two machines: a server and its backup terminal, each a process of its own, and between them a wire on which
 * the bytes are counted. In the end the server is lost with all that was on it.
 */
final class TerminalDay {
    static final int CHAPTERS = 7;
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_MILLIS = 100;
    private static final String CNPJ = "11.222.333/0001-81";

    private final Pharmacy pharmacy;
    private final DemoFolder folder;
    private final DemoClock clock;
    private final Prompt prompt;
    private final Narrator narrator;

    TerminalDay(Pharmacy pharmacy, DemoFolder folder, DemoClock clock, Prompt prompt, Narrator narrator) {
        this.pharmacy = pharmacy;
        this.folder = folder;
        this.clock = clock;
        this.prompt = prompt;
        this.narrator = narrator;
    }

    void live(long bytes) throws SQLException, IOException, InterruptedException {
        narrator.say("two.title");
        narrator.say("demo.folder", folder.typed());
        narrator.blank();
        narrator.say("demo.making", bytes);
        pharmacy.make(bytes, clock.today().atTime(OPENING), grown -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            narrator.percent(grown, bytes);
        });
        narrator.percentOver();
        install();
        int port = freePort();
        chapter(LocalTime.of(8, 50), "two.terminal");
        prompt.type("terminal", "init", "--home", terminal(), "--folder", folder.terminal().toString(), "--name",
                "balcao", "--port", String.valueOf(port));
        List<String> words = new ArrayList<>(List.of("terminal", "run", "--home", terminal()));
        words.addAll(prompt.always());
        try (AgentProcess process = AgentProcess.start(words, folder.workingFolder());
                TcpFaultProxy wire = new TcpFaultProxy(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            DoorBell bell = new DoorBell(new TerminalHome(folder.real(Path.of(terminal()))));
            awaitTerminal(bell, process);
            String address = "127.0.0.1:" + wire.address().getPort();
            chapter(LocalTime.of(8, 55), "two.pair");
            prompt.type("pair", invited(bell, false), "--address", address, "--home", home());
            hours(wire);
            lose(bell, address, noted());
            prompt.type("terminal", "status", "--home", terminal());
        }
    }

    private void install() {
        chapter(LocalTime.of(8, 40), "demo.init");
        List<String> init = new ArrayList<>(List.of("init", "--home", home()));
        init.addAll(pharmacy.address());
        init.addAll(List.of("--local-only", "--no-backup", "--cnpj", CNPJ, "--store-name",
                narrator.texts().text("demo.store"), "--yes"));
        prompt.type(init.toArray(String[]::new));
    }

    private void hours(TcpFaultProxy wire) throws SQLException {
        for (int hour = 9; hour < 12; hour++) {
            chapter(LocalTime.of(hour, 5), hour == 9 ? "two.first" : "two.again");
            pharmacy.sellFor(Duration.ofHours(1), hour);
            long before = wire.up().carriedBytes() + wire.down().carriedBytes();
            prompt.type("backup", "--home", home());
            narrator.blank();
            narrator.say("two.bytes", wire.up().carriedBytes() + wire.down().carriedBytes() - before,
                    archiveBytes(hour));
        }
    }

    /** What the store's owner wrote on paper. */
    private String noted() throws IOException {
        Path paper = folder.typed().resolve("papel.txt");
        Files.copy(folder.real(folder.typed()).resolve("state/link/recovery.key"), folder.real(paper));
        return paper.toString();
    }

    private long archiveBytes(int hour) {
        Path archive = folder.real(folder.terminal()).resolve("%02dh".formatted(hour)).resolve("MCDados.zip");
        try {
            return Files.size(archive);
        } catch (IOException missing) {
            throw new DemoStopped(narrator.texts().text("two.no_copy", archive), ExitCode.INTERNAL);
        }
    }

    /** Everything but the terminal is gone; another machine takes the server's place. */
    private void lose(DoorBell bell, String address, String paper) throws IOException {
        chapter(LocalTime.of(11, 40), "two.lost");
        Path server = folder.real(folder.typed());
        for (String name : List.of("Backup", "state", "dmbackup.toml", folder.database().getFileName().toString())) {
            delete(server.resolve(name));
        }
        String fresh = folder.typed().resolve("servidor-novo").toString();
        prompt.type("pair", invited(bell, true), "--address", address, "--replacement", "--cnpj", CNPJ,
                "--recovery-key-file", paper, "--home", fresh);
        prompt.type("restore", "--from", "terminal", "--replace", "--yes", "--home", fresh);
        prompt.type("backup", "--home", fresh);
        prompt.type("list", "--home", fresh);
    }

    private String invited(DoorBell bell, boolean replacement) {
        narrator.line(replacement
                ? prompt.line("terminal", "pair", "--replacement", "--home", terminal()).text()
                : prompt.line("terminal", "pair", "--home", terminal()).text());
        String code = bell.invite(replacement).path("code").asString("");
        narrator.say("two.code", code);
        narrator.blank();
        return code;
    }

    private void awaitTerminal(DoorBell bell, AgentProcess process) throws InterruptedException {
        long looks = PATIENCE.toMillis() / LOOK_MILLIS;
        for (int look = 0; look < looks && !bell.answers(); look++) {
            boolean woken = new Semaphore(0).tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            assert !woken;
        }
        if (!bell.answers() || process.endsWithin(Duration.ZERO)) {
            throw new DemoStopped(narrator.texts().text("two.not_started"), ExitCode.INTERNAL);
        }
    }

    private void chapter(LocalTime time, String key) {
        clock.set(time);
        narrator.chapter(time, key);
    }

    private String home() {
        return folder.typed().toString();
    }

    private String terminal() {
        return folder.typed().resolve("Terminal").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

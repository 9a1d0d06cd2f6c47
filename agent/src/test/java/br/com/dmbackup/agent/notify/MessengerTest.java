package br.com.dmbackup.agent.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.notify.Memory.LastSign;
import br.com.dmbackup.agent.notify.Memory.Parting;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.StandingFacts;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.core.settings.SettingsDraft;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsParts;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messenger with its threads, its files and a real channel. */
class MessengerTest {
    @TempDir
    Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Instant now = Instant.parse("2026-11-23T13:00:00Z");
    private volatile boolean stuck;
    private MonotonicStamp machine = new MonotonicStamp("boot", 0);
    private AgentFiles files;
    private LiveStatus live;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Home home = new Home(folder);
        home.prepare();
        files = new AgentFiles(home);
        live = new LiveStatus("0", () -> now, Messages.in(Language.PT_BR), WorkListener.NONE);
        live.facts(new StandingFacts("America/Sao_Paulo", "Farmácia", Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), true, false, Optional.empty()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(work -> Thread.ofVirtual().start(work));
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (stuck) {
                released.await(20, TimeUnit.SECONDS);
            }
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Sound settings() {
        SettingsDraft draft = SettingsDraft.of(SettingsFile.parse("""
                [database]
                engine = "sqlite"
                [[notify]]
                name = "painel"
                kind = "webhook"
                url = "http://127.0.0.1:%d/painel"
                """.formatted(server.getAddress().getPort())), folder, List.of("sqlite"), List.of());
        SettingsParts parts = new SettingsParts();
        Setup.PARTS.forEach(part -> parts.read(part, draft));
        assertThat(draft.problems()).isEmpty();
        return new Sound(draft.settings(), clock -> {
            throw new IllegalStateException("no engine is wanted here");
        }, List.of(), parts);
    }

    private Messenger messenger() {
        return new Messenger(files, live, () -> now, Setup.of(settings()), Duration.ofMillis(30));
    }

    private FileMemory memory() {
        return new FileMemory(files, () -> machine);
    }

    private void fail() {
        new Troubles(live, Messages.in(Language.PT_BR)).failure(AgentTopic.BACKUP,
                BackupFault.of(FaultCode.BACKUP_SUSPICIOUS, "menor", "suspeitos"));
    }

    @Test
    void tellsByItsOwnClockThoughNobodyCallsIt() {
        try (Messenger messenger = messenger()) {
            assertThat(messenger).isNotNull();
            fail();
            await().untilAsserted(() -> assertThat(calls).hasSize(1));
            assertThat(calls.getFirst()).startsWith("/painel ").contains("\"event\":\"failure\"", "DM-502");
        }
        try (Messenger again = messenger()) {
            again.look(live.now());
            LastSign begun = memory().lastSign(now).orElseThrow();
            now = now.plus(Duration.ofMinutes(2));
            await().until(() -> memory().lastSign(now).orElseThrow().at().isAfter(begun.at()));
            assertThat(calls).as("a restart repeats nothing").hasSize(1);
        }
    }

    @Test
    void holdsNobodyUpWhenAChannelIsStuckAndSaysGoodbyeInTime() {
        stuck = true;
        try (Messenger messenger = messenger()) {
            fail();
            messenger.look(live.now());
            await().untilAsserted(() -> assertThat(calls).hasSize(1));
            messenger.look(live.now());
            messenger.goodbye(live.now(), true);
        }
        assertThat(calls).hasSize(2).last().asString().contains("\"event\":\"ended\"", "encerrado")
                .doesNotContain("computador desligado");
        assertThat(memory().lastSign(now)).contains(sign(now, Parting.LEFT, Duration.ZERO));
        assertThat(Remembered.read(memory().told().orElseThrow()).outbox())
                .as("it is not known to be sent")
                .containsOnlyKeys("painel");
    }

    @Test
    void keepsItsMemoryForTheOwnerAlone() throws IOException {
        FileMemory memory = new FileMemory(files, () -> machine);
        memory.told("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.getPosixFilePermissions(files.told())).hasSize(2);
        memory.habit(() -> List.of("2026-11-23 " + "0".repeat(24)));
        assertThat(memory.habit()).hasSize(1);
    }

    @Test
    void signsOfLifeSayHowALifeEndedAndForHowLongThereWasNoBackup() throws IOException {
        FileMemory memory = memory();
        BackupSilence.Remembered silence = new BackupSilence.Remembered("b1", Duration.ofSeconds(4000));
        memory.alive(now, BackupSilence.Remembered.NOTHING);
        assertThat(memory.lastSign(now)).contains(
                new LastSign(now, Parting.DIED, Duration.ZERO, Optional.of(BackupSilence.Remembered.NOTHING)));
        memory.asleep(now.plusSeconds(60));
        assertThat(memory.lastSign(now)).contains(sign(now.plusSeconds(60), Parting.LEFT, Duration.ZERO));
        memory.alive(now, silence);
        assertThat(memory.lastSign(now))
                .contains(new LastSign(now, Parting.DIED, Duration.ZERO, Optional.of(silence)));
        assertThat(Files.size(files.lastSign())).isEqualTo(127);
    }

    @Test
    void anEndIsAPartingOfTheMachineOnlyWhereItStartedAnew() throws IOException {
        memory().ended(now);
        Instant later = now.plus(Duration.ofHours(3));
        machine = new MonotonicStamp("boot", Duration.ofHours(3).toNanos());
        assertThat(memory().lastSign(later)).contains(sign(now, Parting.CLOSED, Duration.ZERO));
        machine = new MonotonicStamp("boot", Duration.ofHours(1).toNanos());
        assertThat(memory().lastSign(later)).contains(sign(now, Parting.CLOSED, Duration.ofHours(2)));
        machine = new MonotonicStamp("another boot", Duration.ofHours(3).toNanos());
        assertThat(memory().lastSign(later)).contains(sign(now, Parting.LEFT, Duration.ZERO));
        Files.writeString(files.lastSign(), "ended\n");
        assertThat(memory().lastSign(later).orElseThrow().parting()).isEqualTo(Parting.DIED);
    }

    private static LastSign sign(Instant at, Parting parting, Duration slept) {
        return new LastSign(at, parting, slept, Optional.empty());
    }

    @Test
    void beginsAnewWhereItsMemoryIsDamaged() throws IOException {
        Files.writeString(files.told(), "dmbackup-told 2\nsilence\t");
        Files.writeString(files.habit(), "ontem\n");
        try (Messenger messenger = messenger()) {
            fail();
            messenger.look(live.now());
            await().untilAsserted(() -> assertThat(calls).hasSize(1));
        }
        for (String damaged : List.of("", "null", "{\"version\":1}", "dmbackup-told 3\nend\n", "dmbackup-told 2\n",
                "dmbackup-told 2\nsilence\tb\nend\n", "dmbackup-told 2\ncalm\tx\ty\tz\nend\n",
                "dmbackup-told 2\ntold\tFAILURE\tX\nend\n", "dmbackup-told 2\nodd\nend\n")) {
            assertThat(Remembered.read(damaged.getBytes(StandardCharsets.UTF_8))).as(damaged)
                    .isEqualTo(Remembered.NOTHING);
        }
    }
}

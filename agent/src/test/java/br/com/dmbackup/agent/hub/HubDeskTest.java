package br.com.dmbackup.agent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.agent.api.ContractFile;
import br.com.dmbackup.agent.api.TestDoor;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlaceStatus;
import br.com.dmbackup.protocol.api.Trouble;
import br.com.dmbackup.testkit.registry.HubDouble;
import br.com.dmbackup.testkit.registry.HubDouble.Mood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class HubDeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MOMENT = Instant.parse("2026-11-23T12:00:00Z");
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    @TempDir
    Path folder;

    private final AtomicReference<Optional<String>> newer = new AtomicReference<>(Optional.empty());
    private final AtomicLong nanos = new AtomicLong();
    private HubDouble hub;
    private TestDoor door;
    private HubDesk desk;

    @BeforeEach
    void open() throws Exception {
        hub = new HubDouble(folder);
        door = new TestDoor(new Home(folder.resolve("MBHSist")));
        Files.createDirectories(door.home().stateFolder());
        settings(HubDouble.CREDENTIAL);
        desk = fresh();
    }

    @AfterEach
    void close() {
        desk.close();
        hub.close();
    }

    private HubDesk fresh() {
        HubDesk fresh = new HubDesk(door, () -> new MonotonicStamp("boot", nanos.get()),
                door.home().stateFolder().resolve("hub-reports.txt"), newer::set);
        fresh.settings((Sound) door.read());
        return fresh;
    }

    private void settings(String credential) throws IOException {
        SecretSealer sealer = SecretSealer.inHome(door.home().root());
        Files.writeString(door.home().settingsFile(), """
                # Não mexa.
                language = "pt-BR"
                [store]
                time_zone = "America/Sao_Paulo"
                name = "Farmácia São João"
                cnpj = "11.222.333/0001-81"
                [database]
                engine = "test"
                path = "loja.db"
                [registry]
                url = "%s"
                credential = "%s"
                certificate = "%s"
                hub_key = "%s"
                """.formatted(hub.url(), sealer.seal(new Secret(credential.toCharArray())), hub.key.certificate(),
                hub.publicKey()));
        Files.setPosixFilePermissions(door.home().settingsFile(), PosixFilePermissions.fromString("rw-------"));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static AgentStatus status() {
        return new AgentStatus(1, 1, "0.1.0", MOMENT, "pt-BR", "America/Sao_Paulo", "Farmácia de Maria da Silva",
                AgentLight.ATTENTION, new Activity(StatusText.WAITING, "Aguardando tarefas...", MOMENT, 0, -1),
                List.of(new Trouble("delivery:pendrive-da-maria", AgentLight.ATTENTION, "DELIVERY_OWED", "DM-503",
                        "CPF 123.456.789-09", "h", List.of("linha da Maria"), MOMENT)),
                Optional.of(new LastBackup("id", "09h", MOMENT, 71, 5_000_000_000L, 700)),
                Optional.of(new LastDrill(MOMENT, true, "DATABASE", 6, 152_911, "")), Optional.of(MOMENT),
                List.of(new PlaceStatus("local", 24, 0, Optional.empty()),
                        new PlaceStatus("pendrive-da-maria", 23, 1, Optional.of(MOMENT))),
                false, true, Optional.of("aviso"), Optional.empty());
    }

    private List<Long> taken() {
        return hub.batches.stream().flatMap(body -> SEQUENCE.matcher(body).results()).map(MatchResult::group)
                .map(text -> Long.valueOf(text.replaceAll("\\D", ""))).toList();
    }

    @Test
    void tellsHowTheStoreStandsByTheContractAndNothingOfAnyPerson() {
        desk.look(status());

        await().atMost(PATIENCE).until(() -> hub.batches.size() == 1);
        String body = hub.batches.getFirst();
        Object sent = new JsonMapper().readValue(body, Object.class);
        ContractFile contract = ContractFile.of("hub.yaml");
        assertThat(contract.check(contract.schema("ReportBatch"), sent)).isEmpty();
        assertThat(body).contains("\"light\":\"ATTENTION\"", "\"seconds\":71", "\"slots\":23", "DELIVERY_OWED",
                "\"engine\":\"test\"");
        assertThat(body).doesNotContainIgnoringCase("maria").doesNotContain("123.456", "linha", "Farm", "aviso");
    }

    @Test
    void whatWaitsForAHubThatIsAwayArrivesInItsOrderAndOutlivesTheAgent() {
        hub.mood(Mood.BROKEN);
        for (int minute = 0; minute < 130; minute++) {
            desk.look(status());
        }
        await().atMost(PATIENCE).until(() -> Files.exists(door.home().stateFolder().resolve("hub-reports.txt")));
        desk.close();
        assertThat(hub.batches).isEmpty();

        hub.mood(Mood.WELL);
        desk = fresh();
        desk.look(status());

        await().atMost(PATIENCE).until(() -> taken().size() == 131);
        assertThat(hub.batches).hasSize(3);
        assertThat(taken().subList(0, 130)).isSorted().startsWith(1L).endsWith(130L);
        assertThat(taken().getLast()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> !Files.exists(door.home().stateFolder().resolve("hub-reports.txt")));
    }

    @Test
    void triesAgainAfterAPauseAndNotBefore() {
        hub.mood(Mood.BROKEN);
        desk.look(status());
        await().atMost(PATIENCE).until(() -> Files.exists(door.home().stateFolder().resolve("hub-reports.txt")));
        hub.mood(Mood.WELL);

        desk.look(status());
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(hub.batches::isEmpty);
        pass(Duration.ofMinutes(1));
        desk.look(status());

        await().atMost(PATIENCE).until(() -> taken().equals(List.of(1L, 2L, 3L)));
    }

    @Test
    void whatTheHubNeverUnderstandsIsLetGo() {
        hub.mood(Mood.NOT_UNDERSTANDING);
        desk.look(status());
        await().atMost(PATIENCE).until(() -> !hub.asked.isEmpty());
        hub.mood(Mood.WELL);
        desk.look(status());

        await().atMost(PATIENCE).until(() -> !hub.batches.isEmpty());
        assertThat(taken()).containsExactly(2L);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "SILENT", "GARBAGE", "REFUSING", "FORGING"})
    void aHubOutOfOrderHoldsAMinuteUpForNoMoreThanItsTwoQuestions(Mood mood) throws Exception {
        hub.mood(mood);
        String before = Files.readString(door.home().settingsFile());
        long begun = System.nanoTime();

        desk.look(status());
        desk.loadClient();
        desk.checkVersion();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(Files.readString(door.home().settingsFile())).isEqualTo(before);
        long asked = System.nanoTime();
        desk.loadClient();
        desk.checkVersion();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).as("not again in the next minute")
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void takesOverTheStoresNameAndItsIntegrationAndNothingElse() throws Exception {
        desk.loadClient();
        desk.checkVersion();

        assertThat(Files.readString(door.home().settingsFile())).contains("# Não mexa.", "name = \"Farmácia Central\"",
                "integrated = true", "engine = \"test\"").doesNotContain("drill");
        assertThat(newer.get()).contains("9.8.7");
    }

    @Test
    void aStoreThatIsNotEnrolledTellsNobodyAnything() throws Exception {
        Files.writeString(door.home().settingsFile(),
                Files.readString(door.home().settingsFile()).replaceAll("(?m)^hub_key.*\n", ""));
        desk.settings((Sound) door.read());

        desk.look(status());
        desk.loadClient();
        desk.goodbye(status(), true);

        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(hub.batches::isEmpty);
    }

    @Test
    void saysGoodbyeBeforeItGoes() {
        desk.goodbye(status(), true);

        assertThat(hub.batches).singleElement().satisfies(body -> assertThat(body).contains("\"ends\":true"));
    }
}

package br.com.dmbackup.journeys.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.testkit.registry.HubDouble;
import br.com.dmbackup.testkit.registry.HubDouble.Mood;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store is enrolled by one typed line, and its agent tells the hub how it stands. */
@Timeout(240)
class EnrolledStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private AgentUnderTest shop;
    private HubDouble hub;

    @BeforeEach
    void open() throws Exception {
        shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        hub = new HubDouble(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Ended type(String... words) throws Exception {
        List<String> typed = new ArrayList<>(List.of(words));
        typed.addAll(List.of("--home", shop.home.root().toString()));
        return new RealProgram(folder).run(typed);
    }

    private Ended enrol(String code) throws Exception {
        return type("hub", "enroll", code, "--url", hub.url() + "/", "--certificate", "localhost.pem");
    }

    @Test
    void isEnrolledByOneLineAndTellsHowItStands() throws Exception {
        Ended enrolled = enrol("acdef-34679");

        assertThat(enrolled.code()).as(enrolled.text()).isZero();
        assertThat(enrolled.text()).contains("Loja cadastrada na central localhost: Farmácia Central",
                "Integração: Rede Sul", "agent.drill").doesNotContain(HubDouble.CREDENTIAL, "database.engine");
        assertThat(Files.readString(shop.home.settingsFile())).contains("hub_key", "credential = \"sealed:")
                .doesNotContain(HubDouble.CREDENTIAL);
        assertThat(type("settings", "check").code()).isZero();

        Path heard = folder.resolve("agent.txt");
        Process agent = new RealProgram(folder).leashed(List.of("agent", "--home", shop.home.root().toString()), heard);
        try {
            await().atMost(PATIENCE).until(() -> !hub.batches.isEmpty());
            await().atMost(PATIENCE)
                    .until(() -> type("status").text().contains("A software house indica a versão 9.8.7; esta é a "));
        } finally {
            agent.destroy();
            agent.waitFor();
        }
        assertThat(hub.batches.getFirst()).contains("\"engine\":\"sqlite\"", "\"sequence\":1").doesNotContain("Farm");
        assertThat(Files.readString(shop.home.logFolder().resolve("dmbackup.log")))
                .doesNotContain(HubDouble.CREDENTIAL);
    }

    @Test
    void changesNothingWhereTheHubSaysNo() throws Exception {
        String before = Files.readString(shop.home.settingsFile());

        Ended unknown = enrol("AAAAA-22222");
        assertThat(unknown.code()).isEqualTo(ExitCode.USER.number());
        assertThat(unknown.text()).contains("(DM-867)", "O que fazer: ");

        hub.mood(Mood.FORGING);
        assertThat(enrol(HubDouble.CODE).text()).contains("(DM-868)");
        assertThat(type("hub", "enroll", HubDouble.CODE).text()).contains("(DM-870)");
        assertThat(type("hub", "enroll", HubDouble.CODE, "--url", "http://localhost").text()).contains("(DM-870)");
        assertThat(Files.readString(shop.home.settingsFile())).isEqualTo(before);
    }
}

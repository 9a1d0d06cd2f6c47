package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.PairingAsked;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsField;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsTopic;
import br.com.dmbackup.protocol.api.SettingsTrial.Finding;
import br.com.dmbackup.protocol.api.SettingsView;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormDeskTest {
    @TempDir
    Path folder;

    private ApiUnderTest api;

    @BeforeEach
    void open() {
        api = new ApiUnderTest(folder);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void showsATillEverythingButSecrets() throws Exception {
        String shown = api.send(api.as(AgentRole.TILL, "GET", "/v1/settings/form", "")).body();
        assertThat(shown).doesNotContain("sealed:", "segredo");
        SettingsView form = api.client().form();
        assertThat(form.written()).isTrue();
        assertThat(form.flaws()).isEmpty();
        assertThat(field(form, "database.password"))
                .isEqualTo(new SettingsField("database.password", "database.password", FieldKind.SECRET,
                        Optional.of("•••"), "", List.of()));
        assertThat(field(form, "store.time_zone").value()).hasValue("America/Sao_Paulo");
        assertThat(field(form, "local.slots").value()).isEmpty();
        assertThat(field(form, "local.slots").usual()).isEqualTo("24");
        assertThat(field(form, "database.engine").choices()).contains("sqlite");
    }

    @Test
    void showsEachDestinationAndChannelAsAGroupOfItsOwn() throws IOException {
        append("""

                [[destination]]
                name = "terminal"
                kind = "folder"
                path = "/mnt/a"
                [[destination]]
                name = "nuvem"
                kind = "folder"
                path = "/mnt/b"
                """);
        SettingsView form = api.client().form();
        assertThat(form.groups()).filteredOn(group -> group.topic() == SettingsTopic.DESTINATIONS)
                .extracting("name").containsExactly("terminal", "nuvem");
        assertThat(field(form, "destination[nuvem].path").value()).hasValue("/mnt/b");
        assertThat(field(form, "destination[nuvem].path").label()).isEqualTo("destination.path");
    }

    @Test
    void showsWhatItDoesNotKnowToo() throws IOException {
        append("\n[farmacia]\nlivro = \"sim\"\n");
        assertThat(field(api.client().form(), "farmacia.livro").value()).hasValue("sim");
        assertThat(api.client().form().flaws()).extracting(SettingsFlaw::key).contains("farmacia");
    }

    @Test
    void changesOneValueAndKeepsEveryComment() throws IOException {
        String before = present();
        change(SettingsChange.to("database.path", "loja2.db"));
        assertThat(present()).isEqualTo(before.replace("loja.db", "loja2.db"));
    }

    @Test
    void addsAndTakesAwayADestination() throws IOException {
        String before = present();
        Path place = Files.createDirectory(folder.resolve("pasta"));
        change(SettingsChange.to("destination[externo].kind", "folder"),
                SettingsChange.to("destination[externo].path", place.toString()));
        assertThat(SettingsFile.parse(present()).getDestination("externo", "path")).hasValue(place.toString());
        assertThat(place.resolve("marca.txt")).hasContent("externo");
        change(SettingsChange.away("destination[externo]"));
        assertThat(present().strip()).isEqualTo(before.strip());
    }

    @Test
    void makesAFolderOnlyWhenItMay() {
        Path missing = folder.resolve("ainda/nao");
        List<SettingsChange> changes = List.of(SettingsChange.to("destination[externo].kind", "folder"),
                SettingsChange.to("destination[externo].path", missing.toString()));
        assertThat(trying(changes, false)).filteredOn(it -> !it.key().equals("database"))
                .extracting(Finding::good, Finding::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(false, "FOLDER_MISSING"));
        assertThat(trying(changes, true)).filteredOn(it -> !it.key().equals("database")).allMatch(Finding::good);
        assertThat(missing).doesNotExist();
        api.client().change(api.client().form().version(), new SettingsChanges(changes, true));
        assertThat(missing).isDirectory();
    }

    @Test
    void sealsASecretBeforeItGetsToTheDisk() throws IOException {
        change(SettingsChange.to("database.password", "nova \"ção\""));
        assertThat(present()).doesNotContain("nova");
        assertThat(opened()).isEqualTo("nova \"ção\"");
        change(SettingsChange.to("database.password", "•••"), SettingsChange.to("language", "en"));
        assertThat(opened()).isEqualTo("nova \"ção\"");
    }

    @Test
    void theAgentIsToldOfWhatIsKeptAndOfNothingElse() {
        assertThatThrownBy(() -> change(SettingsChange.to("local.slots", "99"))).isInstanceOf(AgentFault.class);
        assertThat(api.desk.asked).isEmpty();
        change(SettingsChange.to("local.slots", "12"));
        assertThat(api.desk.asked).containsExactly("settings");
        api.client().pair(new PairingAsked("123-456", Optional.empty()));
        assertThat(api.desk.asked).containsExactly("settings", "settings");
    }

    @Test
    void tellsWhatEachKindOfChannelAsksFor() {
        assertThat(api.client().form().channels()).extracting("name").containsExactly("email", "telegram", "webhook",
                "ping");
        assertThat(api.client().form().channels().get(1).fields()).extracting(SettingsField::key)
                .containsExactly("notify[].token", "notify[].chat");
    }

    @Test
    void sendsATestMessageThroughAChannelThatNobodyHasKept() throws Exception {
        List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] status = {204};
        webhook.createContext("/", exchange -> {
            try (exchange) {
                heard.add(exchange.getRequestHeaders().getFirst("DMBackup-Event"));
                exchange.sendResponseHeaders(status[0], -1);
            }
        });
        webhook.start();
        try {
            String before = present();
            SettingsChanges channel = new SettingsChanges(List.of(SettingsChange.to("notify[painel].kind", "webhook"),
                    SettingsChange.to("notify[painel].url",
                            "http://127.0.0.1:" + webhook.getAddress().getPort() + "/segredo")),
                    false);
            assertThat(api.client().sendTest("painel", channel).findings())
                    .containsExactly(new Finding("notify[painel]", true,
                            "Mensagem de teste enviada: 127.0.0.1. Confira se ela chegou.", "", ""));
            assertThat(heard).containsExactly("test");
            status[0] = 500;
            Finding refused = api.client().sendTest("painel", channel).findings().getFirst();
            assertThat(refused.good()).isFalse();
            assertThat(refused.message() + refused.hint()).contains("painel").doesNotContain("segredo");
            assertThat(present()).isEqualTo(before);
        } finally {
            webhook.stop(0);
        }
    }

    @Test
    void tellsEveryProblemWithItsPlaceAndKeepsNothing() throws IOException {
        append("""

                [[destination]]
                name = "a"
                kind = "folder"
                path = "/mnt/a"
                [[destination]]
                name = "b"
                kind = "folder"
                path = "/mnt/b"
                """);
        String before = present();
        List<SettingsChange> wrong = List.of(SettingsChange.to("store.cnpj", "11.222.333/0001-99"),
                SettingsChange.to("store.name", "Loja"), SettingsChange.to("local.slots", "muitos"),
                SettingsChange.to("destination[b].silence_seconds", "1"));
        List<SettingsFlaw> flaws = api.client().check(new SettingsChanges(wrong, false));
        assertThat(flaws).extracting(SettingsFlaw::key).containsExactlyInAnyOrder("store.cnpj", "local.slots",
                "destination[b].silence_seconds");
        assertThat(flaws).allMatch(flaw -> flaw.line() > 1 && flaw.column() >= 1 && !flaw.message().isBlank());
        assertThatThrownBy(() -> api.client().change(api.client().form().version(),
                new SettingsChanges(wrong, false))).isInstanceOfSatisfying(AgentFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(FaultCode.SETTINGS_INVALID);
                    assertThat(fault.details()).hasSize(3);
                });
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void losesNobodysChange() throws IOException {
        String version = api.client().form().version();
        append("# alguém mexeu\n");
        String before = present();
        assertThatThrownBy(() -> api.client().change(version,
                new SettingsChanges(List.of(SettingsChange.to("language", "en")), false)))
                .isInstanceOfSatisfying(AgentFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.SETTINGS_CHANGED_MEANWHILE));
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void losesNothingOfAFileThatCannotBeRead() throws IOException {
        append("isto não é toml\n");
        String before = present();
        assertThat(api.client().form().flaws()).isNotEmpty();
        assertThatThrownBy(() -> change(SettingsChange.to("language", "en")))
                .isInstanceOfSatisfying(AgentFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.SETTINGS_INVALID));
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void writesTheFirstSettingsOfAFreshHome() throws IOException {
        Files.delete(api.home.settingsFile());
        SettingsView form = api.client().form();
        assertThat(form.written()).isFalse();
        List<SettingsChange> changes = List.of(SettingsChange.to("database.engine", "test"),
                SettingsChange.to("database.path", "loja.db"), SettingsChange.to("database.password", "segredo"));
        api.client().change(form.version(), new SettingsChanges(changes, false));
        assertThat(opened()).isEqualTo("segredo");
        assertThat(Files.getPosixFilePermissions(api.home.settingsFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(api.client().form().written()).isTrue();
    }

    @Test
    void forgetsWhatBelongedToADatabaseOfAnotherKind() {
        List<SettingsFlaw> flaws = api.client().check(new SettingsChanges(
                List.of(SettingsChange.to("database.engine", "sqlite")), false));
        assertThat(flaws).extracting(SettingsFlaw::key).containsOnly("database.engine");
    }

    @Test
    void refusesKeysThatAreNone() {
        for (String key : List.of("", "a b", "destination.path", "destination[a", "x[y].z", "../x", "a.b.c")) {
            assertThatThrownBy(() -> api.client().check(new SettingsChanges(List.of(SettingsChange.to(key, "1")),
                    false))).as(key).isInstanceOfSatisfying(AgentFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(FaultCode.API_NOT_UNDERSTOOD));
        }
    }

    @Test
    void saysWhyTheDatabaseCannotBeReached() {
        assertThat(trying(List.of(), false)).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("database");
            assertThat(finding.good()).isFalse();
            assertThat(finding.code()).isEqualTo("DATABASE_MISSING");
            assertThat(finding.message()).contains("loja.db");
        });
    }

    @Test
    void pairsWithTheTerminalWhoseCodeWasTyped() {
        assertThat(api.client().pair(new PairingAsked("123-456", Optional.of("10.0.0.9:24877"))).address())
                .isEqualTo("10.0.0.9:24877");
        assertThatThrownBy(() -> api.client().pair(new PairingAsked("1", Optional.empty())))
                .isInstanceOfSatisfying(AgentFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.PAIRING_CODE_WRONG));
    }

    private List<Finding> trying(List<SettingsChange> changes, boolean create) {
        return api.client().tryOut(new SettingsChanges(changes, create)).findings();
    }

    private void change(SettingsChange... changes) {
        api.client().change(api.client().form().version(), new SettingsChanges(List.of(changes), false));
    }

    private static SettingsField field(SettingsView form, String key) {
        return form.groups().stream().flatMap(group -> group.fields().stream())
                .filter(field -> field.key().equals(key)).findFirst().orElseThrow();
    }

    private void append(String text) throws IOException {
        Files.writeString(api.home.settingsFile(), present() + text);
    }

    private String present() throws IOException {
        return Files.readString(api.home.settingsFile());
    }

    private String opened() throws IOException {
        String sealed = SettingsFile.parse(present()).get("database", "password").orElseThrow().toString();
        return new String(SecretSealer.inHome(api.home.root()).open(sealed).orElseThrow().value());
    }
}

package br.com.dmbackup.agent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.hub.AlertPolicy;
import br.com.dmbackup.protocol.hub.ClientDocument;
import br.com.dmbackup.protocol.hub.Enrolled;
import br.com.dmbackup.protocol.hub.SignedDocument;
import br.com.dmbackup.protocol.hub.TemplateValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolledSettingsTest {
    private static final Messages WORDS = Messages.in(Language.PT_BR);

    @TempDir
    Path home;

    private static HubClient.Enrolment enrolment(String integration, TemplateValue... template) {
        ClientDocument client = new ClientDocument("11222333000181", Instant.EPOCH, "Farmácia Central", integration,
                List.of(template), AlertPolicy.USUAL);
        return new HubClient.Enrolment(Cnpj.parse("11222333000181").orElseThrow(),
                new Enrolled("11222333000181", "segredo da loja", "MCow", new SignedDocument("", "")), client);
    }

    private List<String> enrol(SettingsFile file, HubClient.Enrolment enrolment) {
        return EnrolledSettings.enrol(file, URI.create("https://central.exemplo.com.br"), Optional.empty(), enrolment,
                SecretSealer.inHome(home), WORDS);
    }

    @Test
    void keepsEveryCommentAndSealsTheCredential() {
        SettingsFile file = SettingsFile.parse("""
                # da loja
                [store]
                name = "Farmácia" # como na fachada
                cnpj = "11.222.333/0001-81"
                [registry]
                certificate = "velho.pem"
                """);

        assertThat(enrol(file, enrolment("Rede Sul"))).isEmpty();

        assertThat(file.text()).contains("# da loja", "name = \"Farmácia Central\"", "11.222.333/0001-81",
                "integrated = true", "https://central.exemplo.com.br", "credential = \"sealed:")
                .doesNotContain("segredo da loja", "velho.pem");
        SecretSealer sealer = SecretSealer.inHome(home);
        assertThat(sealer.open(file.get("registry", "credential").orElseThrow().toString())
                .map(secret -> new String(secret.value())))
                .contains("segredo da loja");
    }

    @Test
    void takesFromTheTemplateWhatNobodySetAndWhatNamesNoProgramAndNoPlace() {
        SettingsFile file = SettingsFile.parse("[agent]\ndrill = true\n");

        List<String> set = enrol(file, enrolment("", new TemplateValue("agent.drill", "false"),
                new TemplateValue("agent.longest_run_minutes", "90"),
                new TemplateValue("opening.monday", "\"08:00-18:00\""),
                new TemplateValue("database.engine", "\"command\""),
                new TemplateValue("database.command", "\"/bin/sh\""),
                new TemplateValue("registry.url", "\"https://evil.example\""),
                new TemplateValue("opening.tuesday", "\"a\"\n[database]\nengine = \"command\""),
                new TemplateValue("agent.standstill_minutes", "[1]"), new TemplateValue("destination", "1")));

        assertThat(set).containsExactly("agent.longest_run_minutes", "opening.monday");
        assertThat(file.get("agent", "drill")).contains(true);
        assertThat(file.get("agent", "longest_run_minutes")).contains(90L);
        assertThat(file.text()).doesNotContain("database", "evil", "tuesday", "integrated");
    }
}

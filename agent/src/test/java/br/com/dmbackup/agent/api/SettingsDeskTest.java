package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.client.SettingsText;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDeskTest {
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
    void showsEverythingButSecrets() throws IOException {
        String shown = api.client().settings().text();
        assertThat(shown).contains("# Não mexa.", "password = \"•••1\"").doesNotContain("sealed:");
        assertThat(shown.lines().count()).isEqualTo(present().lines().count());
    }

    @Test
    void writesWhatWasChangedAndKeepsTheSecretBehindItsMask() throws IOException {
        String before = present();
        SettingsText shown = api.client().settings();
        api.client().change(new SettingsText(shown.text().replace("loja.db", "loja2.db"), shown.version()));
        assertThat(present()).isEqualTo(before.replace("loja.db", "loja2.db"));
        assertThat(Files.getPosixFilePermissions(api.home.settingsFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keepsTheSecretOfAKeyThatWasMoved() throws IOException {
        SettingsText shown = api.client().settings();
        String moved = shown.text().replace("password = \"•••1\"\n", "").replace("engine =",
                "password = '•••1'\nengine =");
        api.client().change(new SettingsText(moved, shown.version()));
        assertThat(opened()).isEqualTo("segredo");
    }

    @Test
    void sealsANewSecretBeforeItGetsToTheDisk() throws IOException {
        SettingsText shown = api.client().settings();
        api.client().change(new SettingsText(shown.text().replace("\"•••1\"", "\"seal:novo \\\"ção\\\"\""),
                shown.version()));
        assertThat(present()).doesNotContain("novo", "seal:");
        assertThat(opened()).isEqualTo("novo \"ção\"");
    }

    @Test
    void tellsAllProblemsAtOnceAndChangesNothing() throws IOException {
        String before = present();
        SettingsText shown = api.client().settings();
        String wrong = shown.text().replace("pt-BR", "xx").replace("America/Sao_Paulo", "Marte")
                .replace("engine = \"test\"", "engine = \"test\"\nfoo = 1");
        assertThatThrownBy(() -> api.client().change(new SettingsText(wrong, shown.version())))
                .isInstanceOfSatisfying(AgentFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(FaultCode.SETTINGS_INVALID);
                    assertThat(fault.details()).hasSize(3).allMatch(detail -> detail.matches("linha \\d+, coluna .*"));
                });
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void takesNoTextThatIsNoToml() throws IOException {
        String before = present();
        SettingsText shown = api.client().settings();
        assertThatThrownBy(() -> api.client()
                .change(new SettingsText(shown.text() + "\nqualquer coisa\n", shown.version())))
                .hasMessageContaining("SETTINGS_INVALID");
        assertThatThrownBy(() -> api.client().change(new SettingsText("", shown.version())))
                .hasMessageContaining("SETTINGS_INVALID");
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void refusesAMaskThatStandsForNothing() throws IOException {
        String before = present();
        SettingsText shown = api.client().settings();
        for (String mask : new String[]{"•••", "•••2", "•••0", "•••9999"}) {
            assertThatThrownBy(() -> api.client()
                    .change(new SettingsText(shown.text().replace("•••1", mask), shown.version())))
                    .isInstanceOfSatisfying(AgentFault.class, fault -> assertThat(fault.details()).singleElement()
                            .asString().startsWith("linha 8, coluna 12:"));
        }
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void showsASecretUnderNoOtherKey() throws IOException {
        String before = present();
        SettingsText shown = api.client().settings();
        String mask = "password = \"•••1\"";
        for (String wrong : new String[]{shown.text().replace(mask, "name = \"•••1\""),
                shown.text().replace("[store]", "[store]\nname = \"•••1\""),
                shown.text().replace("[store]", "[store]\npassword = \"•••1\""),
                shown.text().replace("# Não mexa.", "# \"•••1\""),
                shown.text().replace(mask, "# " + mask),
                shown.text().replace(mask, "names = [\"password = \", \"•••1\"]"),
                shown.text().replace(mask, "name = \"\"\"\n" + mask + "\n\"\"\"")}) {
            assertThatThrownBy(() -> api.client().change(new SettingsText(wrong, shown.version()))).as(wrong)
                    .isInstanceOfSatisfying(AgentFault.class,
                            fault -> assertThat(fault.details().toString()).contains("seal:"));
        }
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void keepsWhatWasShownInACommentWhereItStood() throws IOException {
        Files.writeString(api.home.settingsFile(), present() + "# password = \"antiga\"\n");
        String before = present();
        SettingsText shown = api.client().settings();
        assertThat(shown.text()).contains("# password = \"•••2\"").doesNotContain("antiga");
        api.client().change(new SettingsText(shown.text().replace("loja.db", "loja2.db"), shown.version()));
        assertThat(present()).isEqualTo(before.replace("loja.db", "loja2.db"));
    }

    @Test
    void thePasswordAloneChangesNothingThatIsRun() throws IOException {
        char[] password = "três palavras certas".toCharArray();
        new AdminPassword(api.files).set(password);
        LocalAgent byPassword = api.client().as(api.client().admin(password));
        SettingsText shown = byPassword.settings();
        String wrong = shown.text().replace("path = ", "programs = \"/tmp\"\npath = ");
        assertThatThrownBy(() -> byPassword.change(new SettingsText(wrong, shown.version())))
                .isInstanceOfSatisfying(AgentFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(FaultCode.SETTINGS_NEED_ADMINISTRATOR);
                    assertThat(fault.getMessage()).contains("database.programs");
                });
        api.client().change(new SettingsText(wrong, shown.version()));
        assertThat(present()).contains("programs");
        SettingsText now = byPassword.settings();
        byPassword.change(new SettingsText(now.text().replace("loja.db", "loja2.db"), now.version()));
        assertThat(present()).contains("loja2.db", "programs");
    }

    @Test
    void refusesAPlainSecret() {
        SettingsText shown = api.client().settings();
        assertThatThrownBy(() -> api.client()
                .change(new SettingsText(shown.text().replace("•••1", "123456"), shown.version())))
                .hasMessageContaining("SETTINGS_INVALID");
    }

    @Test
    void losesNobodyElsesChange() throws IOException {
        SettingsText shown = api.client().settings();
        Files.writeString(api.home.settingsFile(), present() + "# outra pessoa\n");
        assertThatThrownBy(() -> api.client().change(shown)).hasMessageContaining("SETTINGS_CHANGED_MEANWHILE");
        assertThat(present()).contains("# outra pessoa");
    }

    @Test
    void showsAFileWithMistakesSoThatItCanBeMended() throws IOException {
        String sound = present();
        Files.writeString(api.home.settingsFile(), sound.replace("path =", "pa th ="));
        SettingsText shown = api.client().settings();
        assertThat(shown.text()).contains("pa th =", "•••1");
        api.client().change(new SettingsText(shown.text().replace("pa th =", "path ="), shown.version()));
        assertThat(present()).isEqualTo(sound);
    }

    private String present() throws IOException {
        return Files.readString(api.home.settingsFile());
    }

    private String opened() throws IOException {
        String sealed = SettingsFile.parse(present()).get("database", "password").orElseThrow().toString();
        return new String(SecretSealer.inHome(api.home.root()).open(sealed).orElseThrow().value());
    }
}

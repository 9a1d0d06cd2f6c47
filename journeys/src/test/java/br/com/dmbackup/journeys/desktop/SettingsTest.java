package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's <i>Config. APP</i>. */
class SettingsTest extends WindowsTest {
    @TempDir
    Path root;

    @Test
    void showsWhatTheBackupUsesAndChangesItForAnAdministrator() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.in(root).start()) {
            MainPage window = open(store.home);
            FormPage settings = new FormPage(window.open("window.settings", "settings"));
            settings.waitFor("settings.board");
            assertThat(settings.tabs()).containsExactly("Backup", "Banco de dados", "Destinos",
                    "Horário de funcionamento", "Avisos", "Dados da empresa", "Integração entre lojas", "Idioma");
            settings.tab("Dados da empresa");
            settings.says("store.name", "Farmácia São José");
            assertThat(settings.editable("store.name")).isFalse();

            settings.press("settings.change");
            settings.says("settings.said", "Altere o que for preciso");
            settings.put("store.name", "Farmácia Nova");
            settings.type("store.cnpj", "11.222.333/0001-00");
            settings.tab("Backup");
            settings.type("local.slots", "99");
            settings.press("settings.save");
            settings.says("settings.said", "Precisa de correção: 2");
            assertThat(settings.shownTab()).startsWith("Dados da empresa");
            settings.says("store.cnpj.flaw", "não é um CNPJ válido");
            settings.tab("Backup (!)");
            settings.says("local.slots.flaw", "deve ficar entre 1 e 24");
            settings.type("local.slots", "12");
            settings.tab("Dados da empresa (!)");
            settings.type("store.cnpj", "11.222.333/0001-81");

            Path file = store.home.resolve("dmbackup.toml");
            Files.writeString(file, Files.readString(file).replace("[local]", "# por outra pessoa\n[local]"));
            settings.press("settings.save");
            settings.says("settings.said", "Outra pessoa alterou");
            settings.tab("Dados da empresa");
            settings.says("store.name", "Farmácia Nova");
            settings.press("settings.save");
            settings.says("settings.said", "Configuração salva");
            assertThat(Files.readString(file)).contains("name = \"Farmácia Nova\"", "slots = 12",
                    "# por outra pessoa");
        }
    }
}

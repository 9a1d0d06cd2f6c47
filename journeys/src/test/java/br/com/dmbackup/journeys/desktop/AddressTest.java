package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.testkit.registry.RegistryDouble;
import br.com.dmbackup.testkit.registry.RegistryDouble.Mood;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's <i>Atualizar IP</i>. */
class AddressTest extends WindowsTest {
    @TempDir
    Path root;

    @Test
    void tellsTheRegistryWhereAnIntegratedStoreIs() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.localOnlyIn(root).start();
                RegistryDouble registry = new RegistryDouble(root)) {
            MainPage window = open(store.home);
            window.status("Aguardando tarefas...");
            assertThat(window.offers("window.address")).as("a store that stands alone").isFalse();

            store.agent().change(store.agent().form().version(), new SettingsChanges(
                    List.of(SettingsChange.to("registry.integrated", "true"),
                            SettingsChange.to("registry.url", registry.url("localhost").toString()),
                            SettingsChange.to("registry.credential", RegistryDouble.CREDENTIAL),
                            SettingsChange.to("registry.certificate", registry.key.certificate().toString())),
                    false));
            // Long before the next minute.
            await().atMost(Duration.ofSeconds(15)).until(() -> window.offers("window.address"));
            Page address = window.open("window.address", "address");
            address.says("address.before", "Nenhum endereço");
            address.says("address.now", "203.0.113.7");
            registry.mood(Mood.REFUSING);
            address.press("address.update");
            address.says("address.said", "não aceitou a credencial");
            registry.mood(Mood.WELL);
            address.press("address.update");
            address.says("address.said", "Endereço atualizado");
            address.says("address.before", "192.168.0.9");
            assertThat(registry.taken).hasSize(1);
        }
    }
}

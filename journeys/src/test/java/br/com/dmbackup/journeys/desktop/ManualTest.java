package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.testkit.disk.FatDisk;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's "Backup manual", done as it says. */
class ManualTest extends WindowsTest {
    @TempDir
    Path root;

    @Test
    void theManualsProcedureEndsWithItsSentenceAndTheAlertCountsFromIt() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.localOnlyIn(root).start();
                FatDisk pen = FatDisk.on(root.resolve("pen"), root.resolve("pen.img"), 16)) {
            assertThat(store.status().warning()).hasValueSatisfying(
                    words -> assertThat(words).contains("só neste computador").doesNotContain("última cópia"));
            MainPage window = open(store.home);
            assertThat(window.showing()).isTrue();
            Page alert = Page.dialog(robot(), "local");
            alert.says("local.warning", "só neste computador");
            alert.press("window.manual");
            ArchivesPage manual = ArchivesPage.of(robot(), "manual");
            manual.type("manual.folder", pen.folder().toString());
            manual.says("manual.room", "livres");
            manual.press("manual.ok");
            manual.says("manual.done", "Backup realizado com sucesso");
            Path copy = pen.folder().resolve("MCDados.zip");
            manual.says("manual.where", copy.toString());
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                assertThat(zip.getEntry("MCDados.bak")).isNotNull();
            }
            assertThat(Files.size(copy)).isEqualTo(store.status().lastBackup().orElseThrow().archiveBytes());
            await().atMost(Page.PATIENCE).untilAsserted(() -> assertThat(store.status().warning())
                    .hasValueSatisfying(words -> assertThat(words).contains("última cópia externa foi feita hoje")));

            // Once more: what stands there is told before it is replaced.
            manual.says("manual.replaces", "Será substituído");
            store.sell(10);
            manual.press("manual.ok");
            manual.says("manual.done", "Backup realizado com sucesso");
            manual.press("manual.cancel");
            manual.gone();
        }
    }

    @Test
    void saysSoWhereTheDriveIsFullOrIsTheDatabasesOwn() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.localOnlyIn(root).start();
                SmallDisk small = SmallDisk.on(root.resolve("pen"), 64)) {
            store.sell(30_000);
            small.fillUpTo(8_000);
            MainPage window = open(store.home);
            Page.dialog(robot(), "local").press("button.ok");
            ArchivesPage manual = new ArchivesPage(window.open("window.manual", "manual"));
            manual.type("manual.folder", root.toString());
            manual.says("manual.same_disk", "mesmo disco");
            manual.type("manual.folder", root.resolve("nada").toString());
            await().atMost(Page.PATIENCE).until(() -> !manual.offers("manual.ok"));
            manual.type("manual.folder", small.folder().toString());
            manual.says("manual.too_full", "Falta espaço");
            manual.press("manual.ok");
            manual.says("fault.happened", "Falta espaço");
            assertThat(small.folder().resolve("MCDados.zip")).doesNotExist();
            assertThat(store.status().warning().orElseThrow()).doesNotContain("última cópia externa");
        }
    }
}

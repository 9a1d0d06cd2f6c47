package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup comes back through the window. */
class RestoreTest extends WindowsTest {
    @TempDir
    Path root;

    @Test
    void comesBackBesideAndThenInTheLiveOnesPlaceOnceItsNameWasTyped() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.in(root).start()) {
            store.sell(77);
            MainPage window = open(store.home);
            ArchivesPage restore = new ArchivesPage(window.open("window.restore", "restore"));
            restore.says("restore.store", "Farmácia São José (CNPJ 11.222.333/0001-81)");
            restore.says("restore.rows", "1 tabela, 200 linhas");
            restore.press("restore.begin");
            restore.says("restore.done", "Restauração concluída");
            restore.says("restore.result", "restaurado ao lado");
            assertThat(beside()).hasSize(1).allSatisfy(file -> assertThat(rows(file)).isEqualTo(200));
            assertThat(rows(store.database)).as("what is in use").isEqualTo(277);

            restore.choose("restore.over");
            assertThat(restore.offers("restore.begin")).isFalse();
            restore.type("restore.typed", "MCDado");
            assertThat(restore.offers("restore.begin")).isFalse();
            restore.type("restore.typed", "MCDados");
            restore.press("restore.begin");
            restore.says("restore.result", "foi guardado como");
            assertThat(rows(store.database)).isEqualTo(200);
            restore.press("restore.close");
            restore.gone();
        }
    }

    @Test
    void aFileOfThePersonsIsShownAndADamagedOneRefused() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.in(root).start()) {
            store.sell(3);
            Path good = Files.copy(store.home.resolve("Backup/MCDados.zip"), root.resolve("da gaveta.zip"));
            byte[] bytes = Files.readAllBytes(good);
            bytes[bytes.length / 3] ^= 0x55;
            Path damaged = Files.write(root.resolve("molhado.zip"), bytes);
            MainPage window = open(store.home);
            ArchivesPage restore = new ArchivesPage(window.open("window.restore", "restore"));
            restore.typePath("restore.path", damaged);
            restore.says("restore.rows", "200 linhas");
            assertThat(restore.selected("restore.file")).isTrue();
            restore.press("restore.begin");
            restore.says("fault.happened", "molhado.zip está danificado");
            assertThat(beside()).isEmpty();
            restore.typePath("restore.path", Files.writeString(root.resolve("carta.zip"), "Prezada"));
            restore.says("fault.happened", "carta.zip não é um arquivo ZIP");
            assertThat(restore.offers("restore.begin")).isFalse();

            restore.typePath("restore.path", good);
            restore.says("restore.rows", "200 linhas");
            restore.press("restore.begin");
            restore.says("restore.result", "restaurado ao lado");
            assertThat(beside()).hasSize(1);
            assertThat(store.home.resolve("state/spool")).isEmptyDirectory();
        }
    }

    private List<Path> beside() throws Exception {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.getFileName().toString().matches("loja_restaurado_\\d{8}_\\d{6}\\.db"))
                    .toList();
        }
    }

    private static int rows(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var counted = statement.executeQuery("select count(*) from produto")) {
            return counted.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

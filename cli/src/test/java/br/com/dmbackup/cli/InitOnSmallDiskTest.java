package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.disk.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of its own, which only root can make. */
class InitOnSmallDiskTest {
    @TempDir
    @Nullable
    Path temporary;
    private @Nullable SmallDisk disk;
    private SmallShop shop = new SmallShop(Path.of(""));

    @BeforeEach
    void mountTheDisk() throws Exception {
        shop = SmallShop.in(Objects.requireNonNull(temporary));
        disk = SmallDisk.on(shop.folder().resolve("disco"), 16 * 1024);
    }

    @AfterEach
    void unmount() throws Exception {
        Objects.requireNonNull(disk).close();
    }

    @Test
    void takesTheNumberOfSlotsThatFitsAndSaysSo() throws Exception {
        SmallShop.database(shop.folder().resolve("grande.db"), 2000);
        Typed unsure = shop.typed();
        assertThat(unsure.run("init", "--home", "disco/casa", "--database", "grande.db", "--terminal", "terminal"))
                .isEqualTo(2);
        assertThat(unsure.err()).contains("DM-108");
        assertThat(shop.folder().resolve("disco").resolve("casa")).doesNotExist();
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "disco/casa", "--database", "grande.db", "--terminal", "terminal",
                "--yes")).as(typed.err()).isZero();
        assertThat(typed.out()).contains("Para guardar 24 horários são necessários", "Ficam guardados 6 horários");
        assertThat(Files.readString(shop.folder().resolve("disco").resolve("casa/dmbackup.toml")))
                .contains("slots = 6");
    }

    @Test
    void refusesADiskOnWhichNotOneBackupFits() throws Exception {
        SmallShop.database(shop.folder().resolve("enorme.db"), 8000);
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "disco/casa", "--database", "enorme.db", "--local-only", "--yes"))
                .isEqualTo(5);
        assertThat(typed.err()).contains("Falta espaço neste computador").doesNotContain("\tat ");
        assertThat(shop.folder().resolve("disco").resolve("casa")).doesNotExist();
    }

    @Test
    void refusesATerminalThatIsReadOnly() throws Exception {
        Objects.requireNonNull(disk).makeReadOnly();
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--database", "loja.db", "--terminal", "disco", "--yes"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("--terminal: não é permitido gravar na pasta").doesNotContain("\tat ");
        assertThat(shop.home()).doesNotExist();
    }
}

package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandsTest {
    @TempDir
    @Nullable
    Path temporary;
    private SmallShop shop = new SmallShop(Path.of(""));

    @BeforeEach
    void openTheShop() {
        shop = SmallShop.in(Objects.requireNonNull(temporary)).ready();
    }

    @Test
    void theStatusSaysWhatIsMissingAndWhoseRightsAreTooWide() throws Exception {
        Typed typed = shop.typed();
        assertThat(typed.run("service", "status", "--home", "casa")).isEqualTo(2);
        assertThat(typed.out()).contains("O serviço não está instalado.", "O DMBackup não responde.",
                "As permissões das pastas estão como devem ser.");
        Files.setPosixFilePermissions(shop.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
        typed = shop.typed();
        typed.run("service", "status", "--home", "casa");
        assertThat(typed.out()).contains("Pessoas demais têm acesso a", "casa: as permissões são 0755",
                "no máximo 0750");
    }

    @Test
    void aProgramThatIsNotPackedCannotBecomeAService() {
        Typed typed = shop.typed();
        assertThat(typed.run("service", "install", "--dry-run", "--home", "casa")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-764");
    }

    @Test
    void wrongSettingsAreToldBeforeAnythingIsInstalled() throws Exception {
        Files.writeString(shop.settings(), shop.settingsText() + "\nslots = = 3\n");
        Typed typed = shop.typed();
        assertThat(typed.run("service", "install", "--dry-run", "--home", "casa")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-101");
    }

    @Test
    void removingShowsItsStepsFirst() {
        Typed typed = shop.typed();
        assertThat(typed.run("service", "uninstall", "--dry-run", "--home", "casa")).isZero();
        assertThat(typed.out()).contains("Nada foi alterado", "rm /etc/systemd/system/dmbackup.service");
    }
}

package br.com.dmbackup.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    @Test
    void anAdministratorLeavesAFileToTheAccountThatOwnedIt(@TempDir Path folder) throws Exception {
        Path file = settingsOfNobody(folder);
        DurableFile.replace(file, new byte[]{1});
        assertThat(Files.getOwner(file).getName()).isEqualTo("nobody");
    }

    @Test
    void aLinkThatTookTheNewFilesPlaceHandsNothingElseOver(@TempDir Path folder) throws Exception {
        Path file = settingsOfNobody(folder);
        Path secret = Files.writeString(folder.resolve("shadow"), "s");
        Path swapped = Files.createSymbolicLink(folder.resolve("dmbackup.toml.novo"), secret);
        DurableFile.keepOwner(file, swapped);
        assertThat(Files.getOwner(secret).getName()).isEqualTo("root");
    }

    private static Path settingsOfNobody(Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dmbackup.toml"), "a = 1");
        assumeTrue(Files.getOwner(file).getName().equals("root"), "only root can hand files over");
        UserPrincipal nobody = file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(file, nobody);
        return file;
    }
}

package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.api.RemedyAsked;
import br.com.dmbackup.protocol.api.RemedyKind;
import br.com.dmbackup.protocol.api.RemedyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemedyDeskTest {
    private static final RemedyAsked SPACE = new RemedyAsked(RemedyKind.SPACE, "space");
    private static final RemedyAsked FOLDER = new RemedyAsked(RemedyKind.FOLDER, "delivery:externo");

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
    void letsGoADumpWhoseArchiveStandsBesideItAndNothingElse() throws IOException {
        Path backups = Files.createDirectories(api.home.backupFolder());
        Path dump = Files.write(backups.resolve("MCDados.bak"), new byte[4096]);
        Path archive = Files.write(backups.resolve("MCDados.zip"), new byte[64]);
        Path only = Files.write(backups.resolve("Outro.bak"), new byte[64]);
        Path slot = Files.write(Files.createDirectories(backups.resolve("09h")).resolve("MCDados.zip"), new byte[64]);
        RemedyReport will = api.client().look(SPACE);
        assertThat(will.good()).isTrue();
        assertThat(will.details()).singleElement().satisfies(line -> assertThat(line).contains("MCDados.bak"));
        assertThat(dump).exists();
        assertThat(api.client().apply(SPACE).good()).isTrue();
        assertThat(dump).doesNotExist();
        assertThat(archive).exists();
        assertThat(only).exists();
        assertThat(slot).exists();
        assertThat(api.client().look(SPACE).good()).isFalse();
        assertThat(api.client().apply(SPACE).message()).contains("nada que possa ser apagado");
    }

    @Test
    void makesTheFolderOfADestinationAndMarksIt() throws IOException {
        Path place = folder.resolve("disco/copias");
        Files.writeString(api.home.settingsFile(), Files.readString(api.home.settingsFile()) + """

                [[destination]]
                name = "externo"
                kind = "folder"
                path = "%s"
                """.formatted(place));
        assertThat(api.client().look(FOLDER).message()).contains("será criada", place.toString());
        assertThat(place).doesNotExist();
        assertThat(api.client().apply(FOLDER).good()).isTrue();
        assertThat(place.resolve("marca.txt")).hasContent("externo");
        Files.delete(place.resolve("marca.txt"));
        assertThat(api.client().look(FOLDER).message()).contains("sem a marca");
        assertThat(api.client().apply(FOLDER).good()).isTrue();
        assertThat(place.resolve("marca.txt")).exists();
    }

    @Test
    void saysThatAFileOrAnUnknownDestinationCannotBeMended() throws IOException {
        assertThat(api.client().apply(FOLDER).good()).isFalse();
        Path file = Files.writeString(folder.resolve("arquivo"), "x");
        Files.writeString(api.home.settingsFile(), Files.readString(api.home.settingsFile()) + """

                [[destination]]
                name = "externo"
                kind = "folder"
                path = "%s"
                """.formatted(file));
        assertThat(api.client().apply(FOLDER).message()).contains("não é uma pasta");
        assertThat(file).hasContent("x");
    }
}

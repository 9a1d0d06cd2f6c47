package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes wrong is said of the right thing, and in the person's words. */
class PlainWordsTest {
    @TempDir
    @Nullable
    Path temporary;
    private SmallShop shop = new SmallShop(Path.of(""));

    @BeforeEach
    void openTheShop() {
        shop = SmallShop.in(Objects.requireNonNull(temporary)).ready();
    }

    @ParameterizedTest
    @CsvSource({"restore carta.zip --to novo.db,DM-208", "drill carta.zip,DM-601"})
    void anArchiveWithoutADatabaseIsBlamedAndNotTheDatabaseInUse(String line, String number) throws IOException {
        Files.writeString(shop.folder().resolve("carta.txt"), "Prezados senhores".repeat(500));
        assertThat(shop.typed().run("archive", "create", "carta.txt", "--to", "carta.zip")).isZero();
        String zip = shop.folder().resolve("carta.zip").toString();
        Typed typed = typed(line.replace("carta.zip", zip).replace("novo.db", shop.folder().resolve("novo.db") + ""));
        assertThat(typed.err()).contains(number, "carta.zip não contém um banco de dados").doesNotContain("loja.db");
    }

    @Test
    void aFolderIsNotCalledAMissingFile() throws IOException {
        Typed create = shop.typed();
        assertThat(create.run("archive", "create", "terminal", "--to", "x.zip")).isEqualTo(2);
        assertThat(create.err()).contains("é uma pasta, não um arquivo");
        assertThat(typed("adopt loja.db").err()).contains("DM-313", "não é uma pasta");
        assertThat(typed("backup --manual loja.db").err()).contains("DM-313", "não é uma pasta");
    }

    @Test
    void theCatalogIsMadeAnewOfTheServerAndNotOfSomethingCalledLocal() {
        assertThat(typed("catalog rebuild").out()).contains("servidor: 1 backup do DMBackup").doesNotContain("local:");
    }

    @Test
    void damageIsTold() throws IOException {
        Path copy = copyAtTheTerminal();
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 4;
        Files.write(copy, bytes);
        Typed typed = shop.typed();
        assertThat(typed.run("verify", copy.toString())).isEqualTo(ExitCode.INTEGRITY.number());
        assertThat(typed.out()).containsPattern("defeito no bloco \\d+ dos dados \\(posição ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25h", "24:00", "99h"})
    void anHourThatNoDayHasIsNoFile(String hour) {
        Typed typed = typed("verify " + hour);
        assertThat(typed.err()).contains("DM-104", "não existe o horário " + hour, "00h a 23h");
    }

    @Test
    void aPartialRunGivesProgramsItsFault() throws IOException {
        Files.move(shop.folder().resolve("terminal"), shop.folder().resolve("longe"));
        Typed typed = shop.typed();
        assertThat(typed.run("backup", "--home", "casa", "--json")).isEqualTo(ExitCode.PARTIAL.number());
        JsonNode document = JsonMapper.shared().readTree(typed.out());
        assertThat(document.at("/fault/code").asString()).isEqualTo("DM-503");
        assertThat(document.at("/fault/message").asString()).contains("terminal", "não foi encontrado");
        assertThat(document.at("/result/outcome").asString()).isEqualTo("PARTIAL");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void whatFailsAfterTheBackupIsNotCalledACopyToTheServer() throws IOException {
        Path newest = shop.home().resolve("Backup/MCDados.zip");
        Files.delete(newest);
        Files.createDirectories(newest.resolve("pasta de alguém"));
        Typed typed = typed("backup");
        assertThat(typed.out()).contains("depois dele algo não deu certo").doesNotContain("cópia para local");
    }

    @Test
    void aLostCatalogIsToldOfAndTheDestinationsAreLookedAt() throws IOException {
        Files.writeString(shop.home().resolve("state/catalog.db"), "lixo");
        assertThat(typed("list").out()).contains("O catálogo de backups estava danificado").containsPattern(
                "guardado +guardado");
        Files.delete(shop.home().resolve("state/catalog.db"));
        Files.move(shop.folder().resolve("terminal"), shop.folder().resolve("longe"));
        assertThat(typed("status").out()).contains("O catálogo de backups não foi encontrado",
                "terminal ainda não foi olhado", "dmbackup catalog rebuild");
    }

    @Test
    void anInterruptionNamesTheCommandAndNoTemporaryFile() {
        Typed typed = shop.typed().verb(session -> {
            throw BackupFault.of(FaultCode.CANCELLED, "/x/.dmbackup-0123456789abcdef.parcial");
        });
        assertThat(typed.run("try")).isEqualTo(ExitCode.CANCELLED.number());
        assertThat(typed.err()).contains("Interrompido: dmbackup try").doesNotContain("parcial");
    }

    @Test
    void theSystemsWordsAreTranslated() throws IOException {
        Path staging = shop.home().resolve("state/staging");
        Files.delete(staging);
        Files.writeString(staging, "de alguém");
        assertThat(typed("backup").err()).contains("já existe").doesNotContain("Exception", "java.");
        Files.delete(staging);
        Files.writeString(shop.settings(), shop.settingsText() + "\nslots = = 3\n");
        assertThat(typed("list").err()).contains("não era esperado aqui: '='").doesNotContain("Unexpected");
    }

    @Test
    void theStatusSaysWhyTheLastAttemptFailed() throws IOException {
        Files.move(shop.folder().resolve("loja.db"), shop.folder().resolve("outra.db"));
        typed("backup");
        assertThat(typed("status").out()).containsPattern("A última tentativa, em .*não deu certo: "
                + "O banco de dados .*loja.db não foi encontrado");
    }

    @Test
    void theDrillOfAnotherProgramsArchiveIsRemembered() throws IOException {
        Path zip = shop.folder().resolve("antigo.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("MCDados.bak"));
            out.write(Files.readAllBytes(shop.folder().resolve("loja.db")));
        }
        assertThat(typed("status").out()).contains("Restauração provada: ainda não");
        assertThat(shop.typed().run("drill", zip.toString(), "--home", "casa")).isZero();
        assertThat(typed("status").out()).containsPattern("Restauração provada: \\d\\d/");
    }

    private Typed typed(String line) {
        Typed typed = shop.typed();
        typed.run((line + " --home casa").split(" "));
        return typed;
    }

    private Path copyAtTheTerminal() throws IOException {
        try (Stream<Path> files = Files.walk(shop.folder().resolve("terminal"))) {
            return files.filter(file -> file.toString().endsWith("h/MCDados.zip")).findFirst().orElseThrow();
        }
    }
}

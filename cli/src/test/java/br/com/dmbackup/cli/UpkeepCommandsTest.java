package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code settings check}, {@code catalog rebuild}, {@code adopt}, and the language that the settings name. */
class UpkeepCommandsTest {
    @TempDir
    @Nullable
    Path temporary;
    private SmallShop shop = new SmallShop(Path.of(""));

    @BeforeEach
    void openTheShop() {
        shop = SmallShop.in(Objects.requireNonNull(temporary)).ready();
    }

    @Test
    void saysHowTheSettingsWereUnderstood() {
        Typed typed = shop.typed();
        assertThat(typed.run("settings", "check", "--home", "casa")).isZero();
        assertThat(typed.out()).contains("Tudo certo", "MCDados (sqlite)", "Destino terminal",
                shop.folder().resolve("loja.db").toString());
        Typed json = shop.typed();
        assertThat(json.run("settings", "check", "--home", "casa", "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(json.out()).at("/result/destinations/0/name").asString())
                .isEqualTo("terminal");
    }

    @Test
    void saysEverythingThatIsWrongWithLineAndColumn() throws IOException {
        Files.writeString(shop.settings(), """
                language = "en"
                [database]
                engine = "sqlit"
                name = "MC/Dados"
                path = 3
                [local]
                slots = 99
                """);
        Typed typed = shop.typed();
        assertThat(typed.run("settings", "check", "--home", "casa")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-101", "line 3, column 1, database.engine", "line 4", "line 7",
                "What to do").doesNotContain("\tat ");
    }

    @Test
    void theSettingsChooseTheLanguageUnlessTheCommandDoes() throws IOException {
        Files.writeString(shop.settings(), shop.settingsText().replace("language = \"pt-BR\"", "language = 'es'"));
        Map<String, String> english = Map.of("LANG", "en_US.UTF-8");
        Typed spanish = shop.typed().with(english);
        spanish.run("settings", "check", "--home=casa");
        assertThat(spanish.out()).contains("Todo bien en");
        Typed asked = shop.typed().with(english);
        asked.run("settings", "check", "--home", "casa", "--lang", "pt-BR");
        assertThat(asked.out()).contains("Tudo certo");
        Files.write(shop.settings(), new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1});
        Typed broken = shop.typed().with(english);
        assertThat(broken.run("settings", "check", "--home", "casa")).isEqualTo(2);
        assertThat(broken.err()).contains("What to do").doesNotContain("\tat ");
    }

    @Test
    void makesTheCatalogAnewAndIsNotStoppedByADamagedArchive() throws IOException {
        Files.writeString(shop.home().resolve("state/catalog.db"), "lixo");
        Path copy = slotArchive(shop.folder().resolve("terminal"));
        Files.write(copy, new byte[]{1, 2, 3});
        Typed typed = shop.typed();
        assertThat(typed.run("catalog", "rebuild", "--home", "casa")).as(typed.err()).isZero();
        assertThat(typed.out()).contains("1 backup do DMBackup", "0 backups do DMBackup", "com defeito", "danificado");
        Typed list = shop.typed();
        assertThat(list.run("list", "--home", "casa")).isZero();
    }

    @Test
    void aPlaceThatIsAwayKeepsWhatIsRememberedOfIt() throws IOException {
        Files.move(shop.folder().resolve("terminal"), shop.folder().resolve("longe"));
        Typed away = shop.typed();
        assertThat(away.run("catalog", "rebuild", "--home", "casa")).isEqualTo(4);
        assertThat(away.out()).contains("terminal: não foi possível olhar", "1 backup do DMBackup");
    }

    @Test
    void takesInWhatAnotherProgramLeft() throws IOException {
        Path old = Files.createDirectories(shop.folder().resolve("MBHSist/Backup"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(old.resolve("MCDados.zip")))) {
            zip.putNextEntry(new ZipEntry("MCDados.bak"));
            zip.write(Files.readAllBytes(shop.folder().resolve("loja.db")));
        }
        Files.writeString(Files.createDirectories(old.resolve("09h")).resolve("MCDados.zip"), "estragado");
        Typed typed = shop.typed();
        assertThat(typed.run("adopt", old.toString(), "--home", "casa")).isNotZero();
        assertThat(typed.out()).contains("conferido e guardado como adotado/", "não foi aproveitado");
        assertThat(typed.err()).doesNotContain("\tat ");
    }

    @Test
    void saysWhenThereIsNothingToTakeIn() throws IOException {
        Typed none = shop.typed();
        assertThat(none.run("adopt", "nada", "--home", "casa")).isEqualTo(2);
        assertThat(none.err()).contains("a pasta não existe");
        Files.createDirectory(shop.folder().resolve("vazia"));
        Typed empty = shop.typed();
        assertThat(empty.run("adopt", "vazia", "--home", "casa")).isEqualTo(2);
        assertThat(empty.err()).contains("DM-505");
    }

    private static Path slotArchive(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("h/MCDados.zip")).findFirst().orElseThrow();
        }
    }
}

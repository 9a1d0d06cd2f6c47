package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InitTest {
    private static final String[] USUAL = {"init", "--home", "casa", "--database", "loja.db", "--terminal", "terminal",
            "--yes"};

    @TempDir
    @Nullable
    Path temporary;
    private SmallShop shop = new SmallShop(Path.of(""));

    @BeforeEach
    void openTheShop() {
        shop = SmallShop.in(Objects.requireNonNull(temporary));
    }

    @Test
    void makesTheHomeReadyAndTheFirstBackup() throws IOException {
        Typed typed = shop.typed();
        assertThat(typed.run(USUAL)).as(typed.err()).isZero();
        assertThat(typed.out()).contains("Configuração gravada em", "é uma pasta comum",
                "Fazendo um backup no momento da configuração", "Backup realizado no servidor e copiado");
        assertThat(archives(shop.home().resolve("Backup"))).hasSize(2);
        assertThat(archives(shop.folder().resolve("terminal"))).hasSize(2);
        assertThat(shop.folder().resolve("terminal/dmbackup-destino.txt")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shop.home()))).isEqualTo("rwxr-x---");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shop.settings())))
                .isEqualTo("rw-r-----");
    }

    @Test
    void asksAPersonAndAsksAgainWhenAnAnswerWillNotDo() throws IOException {
        Typed typed = shop.typed().answering("xx", "pt-BR", "", "nada.db", "\"loja.db\"", "", "nada", "n", "terminal2",
                "s", "123", "11222333000181", "", "Farmácia São João", "n", "Brasilia", "", "40", "12", "talvez", "s");
        assertThat(typed.run("init", "--home", "casa")).as(typed.err()).isZero();
        assertThat(typed.out()).contains("não conheço \"xx\"", "falta responder", "nada.db não foi encontrado",
                "terminal2 não existe. Criar agora?", "\"123\" não é um CNPJ válido", "não conheço o fuso horário",
                "40 não serve", "Resumo:", "responda s (sim) ou n (não)");
        assertThat(shop.settingsText()).contains("cnpj = \"11.222.333/0001-81\"", "name = \"Farmácia São João\"",
                "slots = 12", "time_zone = \"America/Sao_Paulo\"");
        assertThat(archives(shop.folder().resolve("terminal2"))).hasSize(2);
        assertThat(shop.folder().resolve("nada")).doesNotExist();
    }

    @Test
    void writesNothingWhenThePersonSaysNoOrGoesAway() {
        Typed no = shop.typed().answering("", "loja.db", "-", "", "", "", "n");
        assertThat(no.run("init", "--home", "casa")).isEqualTo(130);
        Typed gone = shop.typed().answering("", "loja.db");
        assertThat(gone.run("init", "--home", "casa")).isEqualTo(130);
        assertThat(shop.home()).doesNotExist();
    }

    @Test
    void goesOnInTheLanguageThatWasChosen() {
        Typed typed = shop.typed().answering("en", "loja.db", "-", "", "", "", "y");
        assertThat(typed.run("init", "--home", "casa")).as(typed.err()).isZero();
        assertThat(typed.out()).contains("Database: a file", "Summary:", "Settings written to");
        assertThat(shop.settingsText()).contains("language = \"en\"", "# Language of the program");
    }

    @Test
    void theSameAnswersAgainChangeNothingAndMakeABackup() throws IOException {
        shop.ready();
        String before = shop.settingsText();
        FileTime then = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
        Files.setLastModifiedTime(shop.settings(), then);
        Typed typed = shop.typed();
        assertThat(typed.run(USUAL)).as(typed.err()).isZero();
        assertThat(typed.out()).contains("já estava assim", "Backup realizado no servidor e copiado")
                .doesNotContain("pasta comum");
        assertThat(shop.settingsText()).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(shop.settings())).isEqualTo(then);
        assertThat(shop.typed().run("init", "--home", "casa", "--yes")).isZero();
        assertThat(shop.settingsText()).isEqualTo(before);
    }

    @Test
    void anotherAnswerChangesItsOwnKeyAlone() throws IOException {
        shop.ready();
        String before = shop.settingsText() + "# minha anotação\n";
        Files.writeString(shop.settings(), before);
        assertThat(shop.typed().run("init", "--home", "casa", "--slots", "6", "--yes")).isZero();
        assertThat(shop.settingsText()).isEqualTo(before.replace("slots = 24", "slots = 6"));
    }

    @Test
    void aTerminalThatIsUnpluggedIsNotMarkedAgain() throws IOException {
        shop.ready();
        Path marker = shop.folder().resolve("terminal/dmbackup-destino.txt");
        Files.delete(marker);
        Typed typed = shop.typed();
        assertThat(typed.run(USUAL)).isEqualTo(3);
        assertThat(marker).doesNotExist();
        assertThat(archives(shop.home().resolve("Backup"))).hasSize(2);
    }

    @Test
    void localOnlySaysWhatItMeansAndTakesATerminalAway() {
        shop.ready();
        String before = shop.settingsText();
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--local-only", "--yes")).as(typed.err()).isZero();
        assertThat(typed.out()).contains("Os backups ficam só neste computador");
        assertThat(shop.settingsText()).doesNotContain("destination");
        assertThat(shop.typed().run(USUAL)).isZero();
        assertThat(shop.settingsText()).isEqualTo(before);
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-104", "--database, --terminal ou --local-only").doesNotContain("\tat ");
        assertThat(shop.home()).doesNotExist();
    }

    @Test
    void tellsAllMistakesTogetherAndWritesNothing() {
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--database", "nada.db", "--terminal", "fora", "--cnpj", "123",
                "--store-name", "Loja", "--time-zone", "America/Sao_Paolo", "--slots", "25", "--yes")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-109", "--database: O banco de dados", "--terminal: a pasta",
                "--cnpj: \"123\" não é", "--time-zone: não conheço", "--slots: 25 não serve")
                .doesNotContain("\tat ");
        assertThat(shop.home()).doesNotExist();
        assertThat(shop.folder().resolve("fora")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoDatabaseAndWhatIsNoFolder() throws IOException {
        Files.writeString(shop.folder().resolve("nota.txt"), "isto não é um banco de dados, é uma anotação qualquer");
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--database", "nota.txt", "--terminal", "nota.txt", "--yes",
                "--json")).isEqualTo(2);
        JsonNode details = JsonMapper.shared().readTree(typed.out()).at("/fault/details");
        assertThat(details.toString()).contains("não é um banco de dados SQLite", "não é uma pasta");
    }

    @Test
    void refusesItsOwnFolderAsTerminal() {
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--database", "loja.db", "--terminal", "casa/Backup", "--yes"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("é do próprio DMBackup");
    }

    @Test
    void takesAnswersFromAFileAndTheCommandLineGoesBefore() throws IOException {
        Files.writeString(shop.folder().resolve("respostas.toml"), """
                home = 'casa'
                database = 'loja.db'
                terminal = 'novo/MCBkp'
                create_terminal = true
                cnpj = "11.222.333/0001-81"
                store_name = "Farmácia"
                language = "es"
                slots = 12
                """);
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--answers", "respostas.toml", "--slots", "8", "--yes")).as(typed.err()).isZero();
        assertThat(shop.settingsText()).contains("slots = 8", "language = \"es\"", "11.222.333/0001-81");
        assertThat(archives(shop.folder().resolve("novo/MCBkp"))).hasSize(2);
        assertThat(typed.out()).contains("Configuración guardada");
    }

    @Test
    void tellsWhereInTheFileTheMistakesAre() throws IOException {
        Files.writeString(shop.folder().resolve("respostas.toml"), """
                database = 'loja.db'
                local_only = "sim"
                slotz = 12
                language = "fr"
                """);
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--answers", "respostas.toml", "--yes")).isEqualTo(2);
        assertThat(typed.err()).contains("respostas.toml, linha 2, coluna 1, local_only", "linha 3, coluna 1, slotz",
                "você quis dizer slots", "linha 4, coluna 1, language").doesNotContain("\tat ");
        assertThat(shop.home()).doesNotExist();
    }

    @Test
    void asksForTheClientDataOnlyWhoeverWantsToTellThem() {
        Typed typed = shop.typed().answering("", "loja.db", "-", "11222333000181", "Farmácia", "s", "São João Ltda.",
                "", "Campinas", "XX", "sp", "1", "13010000", "(19) 3232-1010", "loja@exemplo.com.br", "", "", "", "s");
        assertThat(typed.run("init", "--home", "casa")).as(typed.err()).isZero();
        assertThat(typed.out()).contains("não é a sigla de um estado", "não é um CEP");
        assertThat(shop.settingsText()).contains("# Razão social da empresa.\nlegal_name = \"São João Ltda.\"",
                "city = \"Campinas\"", "state = \"SP\"", "postal_code = \"13010-000\"",
                "phone = \"(19) 3232-1010\"", "email = \"loja@exemplo.com.br\"")
                .doesNotContain("address", "contact");
    }

    @Test
    void clientDataChangeByThemselvesAndStayWhenSaidAgain() throws IOException {
        shop.ready();
        Files.writeString(shop.folder().resolve("respostas.toml"), """
                cnpj = "11.222.333/0001-81"
                store_name = "Farmácia"
                legal_name = "São João Ltda."
                state = "sp"
                postal_code = "13010000"
                contact = "Beltrano Zulmiro"
                """);
        String[] fromFile = {"init", "--home", "casa", "--answers", "respostas.toml", "--yes", "--no-backup"};
        assertThat(shop.typed().run(fromFile)).isZero();
        String before = shop.settingsText();
        assertThat(before).contains("state = \"SP\"", "contact = \"Beltrano Zulmiro\"");
        assertThat(shop.typed().run(fromFile)).isZero();
        assertThat(shop.settingsText()).isEqualTo(before);
        assertThat(shop.typed().run("init", "--home", "casa", "--yes", "--state", "RJ", "--postal-code", "13010-000"))
                .isZero();
        assertThat(shop.settingsText()).isEqualTo(before.replace("state = \"SP\"", "state = \"RJ\""));
    }

    @Test
    void wrongClientDataAreToldByTheirOptionsAndNeverRepeated() {
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--database", "loja.db", "--local-only", "--yes", "--cnpj",
                "11222333000181", "--store-name", "Loja", "--email", "beltrano", "--phone", "zulmiro")).isEqualTo(2);
        assertThat(typed.err()).contains("--email: não é um endereço", "--phone: não é um telefone")
                .doesNotContain("beltrano", "zulmiro");
    }

    @Test
    void clientDataNeverReachALogNorAnArchive() throws IOException {
        Typed typed = shop.typed();
        assertThat(typed.run("init", "--home", "casa", "--database", "loja.db", "--terminal", "terminal", "--cnpj",
                "11222333000181", "--store-name", "Loja", "--legal-name", "Zulmiro Ltda", "--contact",
                "Beltrano Zulmiro", "--email", "beltrano@exemplo.com.br", "--yes")).as(typed.err()).isZero();
        Files.writeString(shop.settings(), shop.settingsText().replace("Beltrano Zulmiro", "Beltrano\tZulmiro"));
        assertThat(shop.typed().run("backup", "--home", "casa")).isNotZero();
        assertThat(shop.typed().run("status", "--home", "casa", "--json")).isNotZero();
        List<Path> written;
        try (Stream<Path> files = Files.walk(shop.folder())) {
            written = files.filter(Files::isRegularFile).filter(file -> !file.equals(shop.settings())).toList();
        }
        assertThat(written).anyMatch(file -> file.toString().endsWith(".log"))
                .anyMatch(file -> file.toString().endsWith(".zip"));
        for (Path file : written) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                    .doesNotContainIgnoringCase("beltrano").doesNotContainIgnoringCase("zulmiro");
        }
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("MCDados.zip")).toList();
        }
    }
}

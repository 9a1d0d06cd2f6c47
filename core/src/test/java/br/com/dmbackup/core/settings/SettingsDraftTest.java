package br.com.dmbackup.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.StoreIdentity;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsDraftTest {
    private static final Path HOME = Path.of("/home/farmácia");
    private static final String SOUND = """
            language = "es"

            [store]
            cnpj = "12.ABC.345/01DE-35"
            name = "Farmácia São João"
            time_zone = "America/Manaus"

            [database]
            engine = "sqlite"
            name = "Loja"
            keep_dump = true

            [local]
            slots = 12

            [[destination]]
            name = "terminal"
            kind = "folder"
            silence_seconds = 5

            [[destination]]
            name = "pen drive"
            kind = "folder"
            """;

    @Test
    void readsEverythingThatIsSaid() {
        SettingsDraft draft = draft(SOUND);
        assertThat(texts(draft)).isEmpty();
        Settings settings = draft.settings();
        assertThat(settings.language()).isEqualTo(Language.ES);
        assertThat(settings.store()).contains(new StoreIdentity("12ABC34501DE35", "Farmácia São João"));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("America/Manaus"));
        assertThat(settings.database().engine()).isEqualTo("sqlite");
        assertThat(settings.database().name()).isEqualTo("Loja");
        assertThat(settings.database().keepDump()).contains(true);
        assertThat(settings.localSlots()).isEqualTo(12);
        assertThat(settings.destinations()).extracting(Settings.DestinationSettings::name).containsExactly("terminal",
                "pen drive");
        assertThat(settings.destinations()).extracting(Settings.DestinationSettings::silence)
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(60));
    }

    @Test
    void needsTheEngineAlone() {
        SettingsDraft draft = draft("[database]\nengine = \"sqlite\"\n");
        assertThat(texts(draft)).isEmpty();
        assertThat(draft.settings().language()).isEqualTo(Language.PT_BR);
        assertThat(draft.settings().store()).isEmpty();
        assertThat(draft.settings().zone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
        assertThat(draft.settings().database().name()).isEqualTo("MCDados");
        assertThat(draft.settings().localSlots()).isEqualTo(24);
        assertThat(draft.settings().destinations()).isEmpty();
    }

    @Test
    void tellsAllProblemsTogetherWithLineAndColumn() {
        assertThat(texts(draft("""
                languag = "pt-BR"
                [store]
                cnpj = "11.222.333/0001-82"
                time_zone = "America/SaoPaulo"
                [database]
                engine = "sqlit"
                name = "CON"
                keep_dump = "yes"
                [local]
                  slots = 25
                [[destination]]
                name = "a/b"
                kind = "folder"
                silence_seconds = 1
                [[destination]]
                name = "A"
                kind = 3
                [[destination]]
                name = "a"
                """))).containsExactly(
                "line 1, column 1, languag: there is no such setting; did you mean language?",
                "line 2, column 1, store.name: is missing",
                "line 3, column 1, store.cnpj: \"11.222.333/0001-82\" is not a valid CNPJ: check its characters and its check digits",
                "line 4, column 1, store.time_zone: the time zone \"America/SaoPaulo\" is not known; did you mean America/Sao_Paulo?",
                "line 6, column 1, database.engine: \"sqlit\" is not known; did you mean sqlite? Accepted values: sqlite",
                "line 7, column 1, database.name: \"CON\" cannot be a file name: use letters, digits, space, dot, hyphen or underscore",
                "line 8, column 1, database.keep_dump: must be true or false, without quotes",
                "line 10, column 3, local.slots: 25 will not do: it must be from 1 to 24",
                "line 12, column 1, destination.name: \"a/b\" cannot be a file name: use letters, digits, space, dot, hyphen or underscore",
                "line 14, column 1, destination.silence_seconds: 1 will not do: it must be from 5 to 3600",
                "line 17, column 1, destination.kind: must be a text in quotes",
                "line 18, column 1, destination.kind: is missing; accepted values: folder",
                "line 19, column 1, destination.name: another destination already has the name \"a\"");
    }

    @Test
    void tellsMistakesOfWritingTogetherWithTheOthers() {
        assertThat(texts(draft("""
                [local]
                slots = 99
                slots = 12
                [database]
                engine =
                path = "\\\\srv\\pasta"
                """))).containsExactly("line 2, column 1, local.slots: 99 will not do: it must be from 1 to 24",
                "line 3, column 1: was already set in line 2",
                "line 5, column 9: the line ends too early; something is missing, such as a quote or a value",
                "line 6, column 14: backslash inside double quotes; write the text in single quotes,"
                        + " as in '\\\\SERVER\\Folder' ('\\p')");
    }

    @Test
    void tellsKeysThatNobodyAskedFor() {
        SettingsDraft draft = draft("""
                [database]
                engine = "sqlite"
                path = "x.db"
                paht = "y.db"
                [x]
                [databse]
                """);
        draft.settings().database().section().path("path");
        assertThat(texts(draft)).containsExactly("line 4, column 1, database.paht: there is no such setting",
                "line 5, column 1, x: there is no such setting", "line 6, column 1, databse: there is no such setting");
    }

    @Test
    void takesPathsRelativeToTheHomeFolder() {
        SettingsDraft draft = draft("[database]\nengine='sqlite'\na='x/../é.db'\nb='/abs'\nc=\"a\\u0000b\"\n");
        SettingsSection section = draft.settings().database().section();
        assertThat(section.path("a")).isEqualTo(HOME.resolve("é.db"));
        assertThat(section.path("b")).isEqualTo(Path.of("/abs"));
        assertThat(section.path("c")).isEqualTo(HOME);
        assertThat(texts(draft)).singleElement().asString()
                .contains("line 5, column 1, database.c: is not a valid path");
    }

    @Test
    void suggestsTheKeyThatIsMissing() {
        SettingsDraft draft = draft("[database]\nengine = \"sqlite\"\npaht = \"y.db\"\n");
        draft.settings().database().section().path("path");
        assertThat(texts(draft)).containsExactly("line 1, column 1, database.path: is missing",
                "line 3, column 1, database.paht: there is no such setting; did you mean path?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            store = 3                             | store: must be a section, written in brackets
            [destination]                         | destination: must be written in double brackets
            destination = [1]                     | destination: must be written in double brackets
            language = "xx"                       | language: "xx" is not known; accepted values: pt-BR, en, es
            language = " "                        | language: is blank
            store = {time_zone = "Lua/Cratera"}   | store.time_zone: the time zone "Lua/Cratera" is not known
            store = {name = "x"}                  | store.cnpj: is missing
            store = {cnpj = 11222333000181}       | store.cnpj: must be a text in quotes
            local = {slots = 0}                   | local.slots: 0 will not do
            local = {slots = 1.5}                 | local.slots: must be a whole number
            local = {slots = 99999999999999999999}| the number will not do
            [[destination]]                       | destination.name: is missing
            destination = [{name="Local"}]        | destination.name: the name "Local" is reserved
            """)
    void refuses(String line, String problem) {
        assertThat(texts(draft(line + "\n[database]\nengine = \"sqlite\"\n")))
                .anySatisfy(text -> assertThat(text).contains(problem));
    }

    @Test
    void anEmptyFileLacksTheEngine() {
        assertThat(texts(draft("")))
                .containsExactly("line 1, column 1, database.engine: is missing; accepted values: sqlite");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261123})
    void damageOfAnyKindIsToldAsProblems(long seed) {
        Random random = new Random(seed);
        String pieces = "[]{}=\"'\\#.,\n\r\t 0aé\u0000\uD800";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder(SOUND);
            for (int damage = random.nextInt(6); damage >= 0; damage--) {
                int place = random.nextInt(text.length());
                int end = Math.min(text.length(), place + random.nextInt(8));
                text.replace(place, end, String.valueOf(pieces.charAt(random.nextInt(pieces.length()))));
            }
            SettingsDraft draft = draft(text.toString());
            assertThat(draft.settings()).isNotNull();
            assertThat(texts(draft)).as(text.toString()).doesNotContainNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemCanBeToldIn(Language language) {
        SettingsDraft draft = draft("a = \nlocal = {slots = 0}\nstore = {cnpj = '1', time_zone='x'}\n");
        assertThat(draft.problems()).hasSizeGreaterThan(3)
                .allSatisfy(problem -> assertThat(problem.text(Messages.in(language))).doesNotContain("{"));
    }

    @Test
    void readsAFileThatWindowsMarkedWithAByteOrderMark() {
        assertThat(texts(draft("\uFEFF[database]\r\nengine = \"sqlite\"\r\n"))).isEmpty();
    }

    private static SettingsDraft draft(String text) {
        return SettingsDraft.of(SettingsFile.parse(text), HOME, List.of("sqlite"), List.of("folder"));
    }

    private static List<String> texts(SettingsDraft draft) {
        return draft.problems().stream().map(problem -> problem.text(Messages.in(Language.EN))).toList();
    }
}

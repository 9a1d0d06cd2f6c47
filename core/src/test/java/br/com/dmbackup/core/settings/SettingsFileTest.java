package br.com.dmbackup.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsFileTest {
    private static final Messages PORTUGUESE = Messages.in(Language.PT_BR);

    @TempDir
    Path folder;

    static Stream<String> nastyValues() {
        return Stream.of("\\\\TERMINAL\\MCBkp", "C:\\novo\\teste\\u0041", "aspas \" e ' e \"\"\" e '''",
                "Farmácia São João",
                "😀 ✂", "# não é comentário", "a = [b]", "  espaços  ", "linha\nnova\ttab", "\u0001\u007f", "{0} ''",
                "é", "é");
    }

    @ParameterizedTest
    @MethodSource("nastyValues")
    void whatIsWrittenReadsBackEqual(String value) {
        Path path = folder.resolve("dmbackup.toml");
        SettingsFile file = SettingsFile.blank(PORTUGUESE);
        file.set("store", "name", value, PORTUGUESE);
        file.set("database", "keep_dump", true, PORTUGUESE);
        file.setDestination(value, "path", value, PORTUGUESE);
        file.save(path);

        SettingsFile back = SettingsFile.load(path);
        assertThat(back.syntaxProblems()).isEmpty();
        assertThat(back.get("store", "name")).contains(value);
        assertThat(back.get("database", "keep_dump")).contains(true);
        back.setDestination(value, "path", value, PORTUGUESE);
        assertThat(back.text()).as("the destination was found again").isEqualTo(file.text());
    }

    @Test
    void aNewFileExplainsItself() {
        SettingsFile file = SettingsFile.blank(PORTUGUESE);
        file.set("database", "engine", "sqlite", PORTUGUESE);
        file.set("", "language", "pt-BR", PORTUGUESE);
        file.set("local", "slots", 12L, PORTUGUESE);
        file.setDestination("terminal", "kind", "folder", PORTUGUESE);
        file.setDestination("pen drive", "kind", "folder", PORTUGUESE);
        assertThat(file.text()).isEqualTo("""
                # Configurações do DMBackup. Linhas que começam com # são comentários.
                # Caminhos do Windows: entre aspas simples, como '\\\\TERMINAL\\MCBkp'.
                # Depois de alterar, confira com: dmbackup settings check

                # Idioma do programa: "pt-BR", "en" ou "es".
                language = "pt-BR"

                [database]
                # Tipo do banco de dados.
                engine = "sqlite"

                [local]
                # Quantos horários ficam guardados neste computador, de 1 a 24.
                slots = 12

                [[destination]]
                # Nome do destino, como aparece nas telas.
                name = "terminal"
                # Tipo do destino.
                kind = "folder"

                [[destination]]
                # Nome do destino, como aparece nas telas.
                name = "pen drive"
                # Tipo do destino.
                kind = "folder"
                """);
    }

    @Test
    void changesOneKeyAndKeepsEveryCommentAndBlankLine() {
        String text = """
                # da loja
                [store]
                name   = 'Velha'   # a da esquina

                [[destination]]
                # o micro dos fundos
                name = "terminal"
                path = '\\\\A\\B' # antigo
                extra=1
                """;
        SettingsFile file = SettingsFile.parse(text);
        file.set("store", "name", "Nova", PORTUGUESE);
        file.setDestination("terminal", "path", "/mnt/b", PORTUGUESE);
        file.setDestination("terminal", "extra", 1L, PORTUGUESE);
        assertThat(file.text()).isEqualTo(
                text.replace("'Velha'", "\"Nova\"").replace("'\\\\A\\B'", "\"/mnt/b\""));
    }

    @Test
    void settingTheSameAgainChangesNothing() {
        String text = "[store]\nname   =  'Loja'   # x\n[[destination]]\nname='a'\nkind='folder'\n";
        SettingsFile file = SettingsFile.parse(text);
        file.set("store", "name", "Loja", PORTUGUESE);
        file.setDestination("a", "kind", "folder", PORTUGUESE);
        assertThat(file.text()).isEqualTo(text);
    }

    @Test
    void takesAKeyAway() {
        SettingsFile file = SettingsFile.parse("[store]\nname = 'a'\ncnpj = 'b'\n");
        file.remove("store", "name");
        file.remove("store", "nothing");
        assertThat(file.get("store", "name")).isEmpty();
        assertThat(file.get("store", "cnpj")).contains("b");
    }

    @Test
    void takesADestinationAwayAndLeavesTheOthers() {
        SettingsFile file = SettingsFile
                .parse("[[destination]]\nname = 'a'\n\n[[destination]]\n# dos fundos\nname = 'b'\npath = 'x'\n");
        assertThat(file.getDestination("b", "path")).contains("x");
        assertThat(file.getDestination("a", "path")).isEmpty();
        assertThat(file.removeDestination("a")).isTrue();
        assertThat(file.removeDestination("a")).isFalse();
        assertThat(SettingsFile.parse(file.text()).getDestination("b", "path")).contains("x");
        assertThat(file.text()).contains("# dos fundos").doesNotContain("'a'");
        assertThat(SettingsFile.parse("destination = 3\n").getDestination("a", "path")).isEmpty();
    }

    @Test
    void tellsAMissingFileFromAnUnreadableOne() throws IOException {
        assertCode(folder.resolve("none.toml"), FaultCode.SETTINGS_MISSING);
        assertCode(folder, FaultCode.SETTINGS_UNREADABLE);
        Path latin = Files.write(folder.resolve("latin.toml"), new byte[]{'#', (byte) 0xe7, '\n'});
        restrict(latin, "rw-r--r--");
        assertCode(latin, FaultCode.SETTINGS_UNREADABLE);
        Path huge = Files.write(folder.resolve("huge.toml"), new byte[(1 << 20) + 1]);
        restrict(huge, "rw-r--r--");
        assertCode(huge, FaultCode.SETTINGS_UNREADABLE);
    }

    @Test
    void refusesAFileThatOthersMayWrite() throws IOException {
        assumePosix();
        Path file = Files.writeString(folder.resolve("dmbackup.toml"), "a = 1\n");
        for (String open : List.of("rw-rw-r--", "rw-r--rw-", "rw--w----")) {
            restrict(file, open);
            assertCode(file, FaultCode.SETTINGS_WRITABLE_BY_OTHERS);
        }
        restrict(file, "rw-r--r--");
        assertThat(SettingsFile.load(file).get("", "a")).contains(1L);
    }

    @Test
    void writesForTheOwnerAloneAndNeverWidensPermissions() throws IOException {
        assumePosix();
        Path path = folder.resolve("dmbackup.toml");
        SettingsFile.parse("a = 1\n").save(path);
        assertThat(permissions(path)).isEqualTo("rw-------");
        restrict(path, "rw-rw-r--");
        SettingsFile.parse("a = 2\n").save(path);
        assertThat(permissions(path)).isEqualTo("rw-r--r--");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void aFileThatCouldNotBeReadWholeIsNeverWrittenBack() {
        SettingsFile file = SettingsFile.parse("[store]\nname = \n");
        file.set("store", "name", "x", PORTUGUESE);
        assertThatThrownBy(() -> file.save(folder.resolve("dmbackup.toml"))).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.SETTINGS_INVALID));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAsSuch() {
        assertThatThrownBy(() -> SettingsFile.parse("").save(folder.resolve("none/dmbackup.toml")))
                .isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.OUTPUT_UNWRITABLE));
    }

    private static void assertCode(Path file, FaultCode code) {
        assertThatThrownBy(() -> SettingsFile.load(file)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void restrict(Path file, String permissions) throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static void assumePosix() {
        assumeTrue(posix(), "this system has no POSIX permissions");
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}

package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.terminal.TwoMachines.Said;
import br.com.dmbackup.protocol.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever types something wrong at one of the two machines reads what it is, in Portuguese, and no stack of Java's. */
class StrangerTest {
    @TempDir
    Path root;

    private TypedTerminal typed;

    @BeforeEach
    void set() throws Exception {
        typed = new TypedTerminal(root);
        typed.sell(10);
    }

    @AfterEach
    void end() {
        typed.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            terminal status                       | terminal init
            terminal pair                         | terminal init
            terminal run                          | terminal init
            terminal list                         | terminal init
            terminal accept                       | terminal init
            terminal unpair Loja --yes            | terminal init
            terminal restore 09h --to .           | terminal init
            service install --role terminal --dry-run | terminal init
            pair ACDEF-34679                      | init
            """)
    void whereNothingIsSetUpItIsSaidHow(String line, String remedy) {
        Said said = typed.type(root.resolve("nada"), line.split(" "));

        assertClear(said, ExitCode.USER);
        assertThat(said.err()).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            terminal status                       | não está em funcionamento
            terminal pair                         | não está em funcionamento
            terminal accept                       | não está em funcionamento
            terminal unpair Loja --yes            | não está em funcionamento
            """)
    void whereTheTerminalDoesNotRunItIsSaidHowToStartIt(String line, String words) {
        Said said = typed.type(typed.terminal, line.split(" "));

        assertClear(said, ExitCode.TRANSIENT);
        assertThat(said.err()).containsIgnoringCase(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pair                                  |
            pair ABC                              | DM-810
            pair 00000-11111                      | DM-810
            pair ACDEF-34679 --address 127.0.0.1:1 |
            pair ACDEF-34679 --address nao-existe.invalid | DM-804
            pair ACDEF-34679 --address :::        | DM-804
            pair ACDEF-34679 --address 10.0.0.1:x | --address
            terminal                              |
            terminal foo                          | foo
            terminal restore                      | --to
            terminal unpair                       |
            """)
    void whatIsTypedWrongIsSaid(String line, String words) {
        Said said = typed.type(line.startsWith("pair") ? typed.server : typed.terminal, line.strip().split(" "));

        assertThat(said.all()).doesNotContain("Exception", "\tat ", "null");
        if (words != null) {
            assertThat(said.code()).isNotZero();
            assertThat(said.err()).contains(words);
        }
    }

    @Test
    void settingsThatAreWrongAreToldWithLineAndColumnByEveryCommand() throws Exception {
        Files.writeString(typed.terminal.resolve("terminal.toml"),
                "[terminal]\nname = \"a/b\"\nfolder = 5\nport = 99999\nexpects = \"tudo\"\ntime_zone = \"Lua\"\n");
        for (String line : List.of("terminal run", "terminal list", "terminal restore 09h --to .",
                "service install --role terminal --dry-run")) {
            Said said = typed.type(typed.terminal, line.split(" "));
            assertClear(said, ExitCode.USER);
            assertThat(said.all()).as(line).contains("terminal.port").contains("terminal.expects")
                    .contains("terminal.time_zone");
        }
        Files.writeString(typed.terminal.resolve("terminal.toml"), "[terminal\nname = \n");
        for (String line : List.of("terminal run", "terminal init", "service install --role terminal --dry-run")) {
            assertClear(typed.type(typed.terminal, line.split(" ")), ExitCode.USER);
        }
    }

    @Test
    void aSecondTerminalAtTheSamePortOrFolderSaysWhatIsInItsWay() throws Exception {
        typed.start();
        Said same = typed.type(typed.terminal, "terminal", "run");
        assertThat(same.code()).isNotZero();
        assertThat(same.err()).contains("DM-").doesNotContain("Exception");

        Path other = root.resolve("outro");
        TypedTerminal.require(typed.type(other, "terminal", "init", "--folder", root.resolve("outra").toString(),
                "--port", String.valueOf(typed.port)));
        Said taken = typed.type(other, "terminal", "run");
        assertClear(taken, ExitCode.USER);
        assertThat(taken.err()).contains(String.valueOf(typed.port));
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws Exception {
        Path file = Files.writeString(root.resolve("arquivo"), "x");
        Said said = typed.type(root.resolve("t2"), "terminal", "init", "--folder", file.toString());
        assertThat(said.code()).isNotZero();
        assertThat(said.err()).contains(file.toString()).doesNotContain("Exception");

        Said missing = typed.type(typed.terminal, "terminal", "restore", "--to", root.resolve("pendrive").toString());
        assertClear(missing, ExitCode.USER);
        assertThat(missing.err()).contains("pendrive");
        Said empty = typed.type(typed.terminal, "terminal", "restore", "09h", "--to", root.toString());
        assertThat(empty.code()).isNotZero();
        assertThat(empty.err()).contains("09h").doesNotContain("Exception");
    }

    @Test
    void aReplacementWithAWrongKeyOrWithoutInvitationChangesNothing() throws Exception {
        typed.startPaired();
        TypedTerminal.require(typed.backupAt("2026-11-23T09:05"));
        Path fresh = root.resolve("novo");
        Path paper = Files.writeString(root.resolve("papel.txt"), "ACDEF-GHJKM-NPQRT-VWXY3-46797");
        String code = typed.type(typed.terminal, "terminal", "pair", "--replacement", "--no-wait").out();
        var found = TypedTerminal.CODE.matcher(code);
        assertThat(found.find()).isTrue();

        Said nonsense = typed.type(fresh, "pair", found.group(), "--replacement", "--cnpj", "123",
                "--recovery-key-file", paper.toString(), "--address", typed.address());
        assertClear(nonsense, ExitCode.USER);
        Said nobody = typed.type(fresh, "pair", found.group(), "--replacement", "--cnpj", TwoMachines.CNPJ);
        assertClear(nobody, ExitCode.USER);
        Said lost = typed.type(fresh, "pair", found.group(), "--replacement", "--cnpj", TwoMachines.CNPJ,
                "--recovery-key-file", root.resolve("nenhum").toString(), "--address", typed.address());
        assertThat(lost.err()).contains("nenhum").doesNotContain("Exception");
        assertThat(fresh.resolve("dmbackup.toml")).doesNotExist();
    }

    private static void assertClear(Said said, ExitCode code) {
        assertThat(said.code()).as(said.all()).isEqualTo(code.number());
        assertThat(said.err()).contains("DM-").doesNotContain("Exception", "\tat ", "null");
    }
}

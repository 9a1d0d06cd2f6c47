package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.StatusText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DmbackupTest {
    @TempDir
    @Nullable
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"pt-BR|Uso: |Opções:|Comandos:", "en|Usage: |Options:|Commands:",
            "es|Uso: |Opciones:|Comandos:"})
    void helpIsInTheLanguageAskedFor(String tag, String usage, String options, String commands) {
        Typed typed = typed();
        assertThat(typed.run("--lang", tag, "--help")).isZero();
        assertThat(typed.out()).contains(usage, options, commands).doesNotContain("[OPTIONS] COMMAND [COMMAND]");
        assertThat(typed.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"es_AR.UTF-8,Uso: ", "en_US,Usage: ", "C,Uso: ", "pt_PT.UTF-8,Uso: "})
    void theLocaleDecidesWhereNothingIsAsked(String locale, String usage) {
        Typed typed = typed().with(Map.of("LANG", locale));
        assertThat(typed.run("--help")).isZero();
        assertThat(typed.out()).contains(usage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "archve|\"archve\" não existe; você quis dizer archive?",
            "archive create x|falta informar --to",
            "archive create x --to a.zip --to b.zip|--to foi informado mais de uma vez",
            "--lang fr archive|não falo o idioma \"fr\"",
            "archive extract --to|--to",
            "try --number many|o valor \"many\" não serve para --number",
            "--nothing|\"--nothing\" não existe"})
    void aMistypedCommandIsToldInWordsAndWithoutAStackTrace(String line, String text) {
        Typed typed = typed();
        assertThat(typed.run(line.split(" "))).isEqualTo(ExitCode.USER.number());
        assertThat(typed.err()).contains(text, "O que fazer: ", "DM-104").doesNotContain("\tat ", "picocli");
        assertThat(typed.out()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void everyFaultEndsWithItsExitCode(FaultCode code) {
        Typed typed = typed().verb(session -> {
            throw BackupFault.of(code, "a", "b", "c", "d");
        });
        assertThat(typed.run("try")).isEqualTo(code.exitCode().number());
        assertThat(typed.err()).startsWith("Erro: ").contains("DM-" + code.number(), "O que fazer: ");
    }

    @Test
    void aDefectShowsASupportCodeAndNoStackTrace() {
        Typed typed = typed().verb(session -> {
            throw new IllegalStateException("secret detail");
        });
        assertThat(typed.run("try")).isEqualTo(ExitCode.INTERNAL.number());
        assertThat(typed.err()).containsPattern("Código para o suporte: [0-9A-F]{4}-[0-9A-F]{4}")
                .doesNotContain("secret detail", "\tat ", "IllegalState");
    }

    @Test
    void anInterruptedVerbEndsAsCancelled() {
        Typed typed = typed().verb(session -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(new InterruptedException());
        });
        assertThat(typed.run("try")).isEqualTo(ExitCode.CANCELLED.number());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void jsonTellsTheResultAlone() {
        Typed typed = typed().verb(session -> {
            session.output().status(StatusText.DUMPING);
            session.output().advanced(1, 2);
            session.output().line("for people");
            session.output().notice(Notice.of(NoticeCode.LOCAL_ONLY));
            session.output().result(Map.of("archive", Path.of("/Farmácia/MCDados.zip"), "bytes", 12L));
            return ExitCode.OK;
        });
        assertThat(typed.run("try", "--json")).isZero();
        JsonNode document = JsonMapper.shared().readTree(typed.out());
        assertThat(document.get("ok").asBoolean()).isTrue();
        assertThat(document.at("/result/archive").asString()).isEqualTo("/Farmácia/MCDados.zip");
        assertThat(document.at("/notices/0/name").asString()).isEqualTo("LOCAL_ONLY");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void jsonTellsFailuresToo() {
        Typed typed = typed().verb(session -> {
            throw BackupFault.of(FaultCode.DUMP_FAILED, "MCDados", "no").withForeignCode("SQLITE_BUSY");
        });
        assertThat(typed.run("--json", "try")).isEqualTo(ExitCode.EXTERNAL.number());
        JsonNode document = JsonMapper.shared().readTree(typed.out());
        assertThat(document.get("ok").asBoolean()).isFalse();
        assertThat(document.get("exitCode").asInt()).isEqualTo(7);
        assertThat(document.at("/fault/code").asString()).isEqualTo("DM-204");
        assertThat(document.at("/fault/foreignCode").asString()).isEqualTo("SQLITE_BUSY");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void theHomeIsTheOptionsThenTheVariablesThenTheCurrentFolders() throws IOException {
        Path here = java.util.Objects.requireNonNull(folder);
        Function<Typed, String> home = typed -> {
            typed.verb(session -> {
                session.output().line(session.home().toString());
                return ExitCode.OK;
            });
            return typed.run("try") + " " + typed.out().strip();
        };
        assertThat(home.apply(typed())).isEqualTo("0 /var/lib/dmbackup");
        Files.writeString(here.resolve("dmbackup.toml"), "");
        assertThat(home.apply(typed())).isEqualTo("0 " + here);
        assertThat(home.apply(typed().with(Map.of("DMBACKUP_HOME", "var")))).isEqualTo("0 " + here.resolve("var"));
        Typed option = typed().with(Map.of("DMBACKUP_HOME", "var")).verb(session -> {
            session.output().line(session.home().toString());
            return ExitCode.OK;
        });
        option.run("try", "--home", "Farmácia");
        assertThat(option.out().strip()).isEqualTo(here.resolve("Farmácia").toString());
    }

    @Test
    void theStackOfADefectIsInTheLogOfTheHome() throws IOException {
        Path here = java.util.Objects.requireNonNull(folder);
        Files.writeString(here.resolve("dmbackup.toml"), "");
        Typed typed = typed().verb(session -> {
            throw new IllegalStateException("detail for developers");
        });
        typed.run("try");
        assertThat(here.resolve("state/logs/dmbackup.log")).content().contains("detail for developers", "\tat ");
    }

    private Typed typed() {
        return new Typed(java.util.Objects.requireNonNull(folder));
    }

    /** A verb for these tests. */
    @Command(name = "try")
    static final class Try implements Verb {
        private final Verb work;

        @Option(names = "--number")
        int number;

        Try(Verb work) {
            this.work = work;
        }

        @Override
        public ExitCode run(Session session) {
            return work.run(session);
        }
    }
}

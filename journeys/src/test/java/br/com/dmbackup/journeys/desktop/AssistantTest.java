package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.terminal.life.Alarms;
import br.com.dmbackup.terminal.life.Hours;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.terminal.life.TerminalLife;
import br.com.dmbackup.terminal.life.TerminalSettings;
import br.com.dmbackup.terminal.receiver.Receiver;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssistantTest extends WindowsTest {
    @TempDir
    Path root;

    @Test
    void leadsFromNothingToTheFirstBackup() throws Exception {
        try (FreshHome fresh = new FreshHome(root)) {
            FormPage assistant = assistant(fresh.home);
            assistant.says("assistant.heading", "1 de 6: Dados da empresa");
            assistant.press("assistant.next");
            assistant.says("store.cnpj.flaw", "falta preencher");
            assistant.type("store.cnpj", "11.222.333/0001-82");
            assistant.put("store.name", "Farmácia São José");
            assistant.press("assistant.next");
            assistant.says("store.cnpj.flaw", "não é um CNPJ válido");
            assistant.type("store.cnpj", "12.ABC.345/01DE-35");
            assistant.press("assistant.next");

            assistant.says("assistant.heading", "2 de 6: Banco de dados");
            assistant.choose("database.engine", "SQLite");
            assistant.put("database.path", root.resolve("outra.db").toString());
            assistant.press("assistant.test");
            assistant.says("assistant.tested", "outra.db");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "2 de 6");
            assistant.put("database.path", fresh.database.toString());
            assistant.press("assistant.test");
            assistant.says("assistant.tested", "Conexão feita");
            assistant.press("assistant.next");

            assistant.says("assistant.heading", "3 de 6: Cópias");
            assistant.pick("assistant.folder");
            Path place = root.resolve("outro/disco");
            assistant.put("destination[terminal].path", place.toString());
            assistant.press("assistant.next");
            assistant.says("destination[terminal].path.flaw", "não existe");
            assistant.pick("assistant.create");
            assistant.press("assistant.next");

            assistant.says("assistant.heading", "4 de 6: Horário de funcionamento");
            assistant.type("opening.monday", "8 às 18");
            assistant.press("assistant.next");
            assistant.says("opening.monday.flaw", "08:00-12:00");
            assistant.type("opening.monday", "08:00-18:00");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "5 de 6: Idioma");
            assistant.press("assistant.next");
            assistant.says("assistant.all", "Farmácia São José");
            assertThat(fresh.home.resolve("dmbackup.toml")).doesNotExist();
            assistant.press("assistant.finish");
            assistant.says("assistant.said", "Tudo pronto");

            assertThat(Files.readString(fresh.home.resolve("dmbackup.toml"))).contains("12.ABC.345/01DE-35",
                    "monday = \"08:00-18:00\"");
            assertThat(fresh.home.resolve("Backup/MCDados.zip")).exists();
            assertThat(place).isDirectoryRecursivelyContaining("glob:**MCDados.zip");
            assertThat(LocalAgent.at(fresh.home).status().lastBackup()).isPresent();
        }
    }

    @Tag("slow")
    @Test
    void pairsWithTheTerminalWhoseCodeIsTypedAndSaysWhyNotBefore() throws Exception {
        try (FreshHome fresh = new FreshHome(root); TerminalLife terminal = terminal()) {
            FormPage assistant = assistant(fresh.home);
            assistant.says("assistant.heading", "1 de 6");
            assistant.type("store.cnpj", "11.222.333/0001-81");
            assistant.put("store.name", "Loja");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "2 de 6");
            assistant.choose("database.engine", "SQLite");
            assistant.put("database.path", fresh.database.toString());
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "3 de 6");
            assistant.press("assistant.next");
            assistant.says("assistant.code.flaw", "falta preencher");
            assistant.type("assistant.code", "12");
            assistant.put("assistant.address", "127.0.0.1:9");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "4 de 6");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "5 de 6");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "6 de 6");
            assistant.press("assistant.finish");
            assistant.says("assistant.said", "código");
            assertThat(fresh.home.resolve("dmbackup.toml")).exists();

            for (int page = 5; page >= 3; page--) {
                assistant.press("assistant.back");
                assistant.says("assistant.heading", page + " de 6");
            }
            assistant.type("assistant.code", terminal.desk().invite(false).code());
            assistant.put("assistant.address", "127.0.0.1:" + terminal.port());
            for (int page = 4; page <= 6; page++) {
                assistant.press("assistant.next");
                assistant.says("assistant.heading", page + " de 6");
            }
            assistant.press("assistant.finish");
            assistant.says("assistant.said", "Tudo pronto");
            assertThat(assistant.text("assistant.said")).contains("CHAVE DE RECUPERAÇÃO");
            assertThat(assistant.text("assistant.key")).isNotBlank();
            assertThat(Files.readString(fresh.home.resolve("dmbackup.toml"))).contains("kind = \"terminal\"");
            assertThat(root.resolve("MCBkp")).isDirectoryRecursivelyContaining("glob:**MCDados.zip");
        }
    }

    @Tag("slow")
    @Test
    void triesAServersDatabaseWithTheLoginThatIsTyped() throws Exception {
        try (TestServer server = TestServer.start(); FreshHome fresh = new FreshHome(root)) {
            server.execute("postgres", "CREATE DATABASE loja");
            FormPage assistant = assistant(fresh.home);
            assistant.says("assistant.heading", "1 de 6");
            assistant.put("store.cnpj", "11.222.333/0001-81");
            assistant.put("store.name", "Loja");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "2 de 6");
            assistant.choose("database.engine", "PostgreSQL");
            assistant.put("database.host", server.host());
            assistant.put("database.port", String.valueOf(server.port()));
            assistant.put("database.database", "loja");
            assistant.put("database.user", TestServer.SUPERUSER);
            assistant.put("database.password", "errada");
            assistant.press("assistant.test");
            assistant.says("assistant.tested", "recusou o usuário");
            assistant.put("database.password", TestServer.PASSWORD);
            assistant.press("assistant.test");
            assistant.says("assistant.tested", "Conexão feita: PostgreSQL");
            assistant.press("assistant.next");
            assistant.says("assistant.heading", "3 de 6");
            assistant.pick("assistant.local");
            for (int page = 4; page <= 6; page++) {
                assistant.press("assistant.next");
                assistant.says("assistant.heading", page + " de 6");
            }
            assistant.press("assistant.finish");
            assistant.says("assistant.said", "Tudo pronto");
            assertThat(Files.readString(fresh.home.resolve("dmbackup.toml"))).contains("engine = \"postgresql\"",
                    "password = \"sealed:").doesNotContain(TestServer.PASSWORD);
        }
    }

    private TerminalLife terminal() throws IOException {
        Path folder = Files.createDirectories(root.resolve("balcao"));
        TerminalSettings.write(new TerminalHome(folder), "balcao", root.resolve("MCBkp"), TerminalSettings.USUAL_PORT,
                Messages.in(Language.PT_BR));
        TerminalSettings settings = new TerminalSettings(Language.PT_BR, "balcao", root.resolve("MCBkp"), 0, false,
                ZoneId.of("America/Sao_Paulo"), TerminalSettings.Expects.BACKUP);
        return TerminalLife.open(new TerminalHome(folder), settings,
                new Hours(Optional.empty(), ClosedDays.NONE), Alarms.NONE,
                new TerminalLife.Machine(Clock.systemUTC(), () -> new MonotonicStamp("boot", System.nanoTime()),
                        Duration.ofMillis(200), Receiver.Bounds.USUAL, "test"));
    }

    private FormPage assistant(Path home) throws InterruptedException {
        MainPage window = open(home);
        FormPage settings = new FormPage(window.open("window.settings", "settings"));
        settings.says("settings.said", "ainda não foi configurado");
        settings.press("settings.assistant");
        return new FormPage(Page.dialog(robot(), "assistant"));
    }
}

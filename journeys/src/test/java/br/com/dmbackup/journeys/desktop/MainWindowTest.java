package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.Trouble;
import br.com.dmbackup.testkit.time.SettableClock;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainWindowTest extends WindowsTest {
    private static final Trouble OWED = new Trouble("delivery:terminal", AgentLight.ATTENTION, "DELIVERY_OWED",
            "DM-503", "O terminal está sem cópia.", "Ligue o terminal.", List.of(), ScriptedAgent.NOW);

    @TempDir
    Path root;

    /** "Realizando backup" of the manual, and then an agent that is killed, and another one that takes its place. */
    @Test
    void aBackupIsMadeByTheButtonAndTheWindowsOutliveTheirAgent() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.in(root).start()) {
            MainPage window = open(store.home);
            MainPage other = open(store.home);
            window.status("Aguardando tarefas...");
            String before = store.status().lastBackup().map(LastBackup::backup).orElseThrow();
            store.sell(50);
            window.press("window.backup");
            await().atMost(Page.PATIENCE).until(
                    () -> store.status().lastBackup().filter(last -> !last.backup().equals(before)).isPresent());
            window.says("window.where", "servidor, terminal");
            other.says("window.where", "servidor, terminal");
            await().atMost(Page.PATIENCE).until(() -> window.text("window.last").equals(other.text("window.last")));
            store.kill();
            window.status("O DMBackup não está em execução neste computador.");
            other.status("O DMBackup não está em execução neste computador.");
            assertThat(window.offers("window.backup")).isFalse();
            window.press("window.what_to_do");
            Page told = Page.dialog(robot(), "fault");
            assertThat(told.offers("fault.mend")).as("it can be started").isTrue();
            told.press("fault.close");
            told.gone();
            store.start();
            window.status("Aguardando tarefas...");
            other.status("Aguardando tarefas...");
            assertThat(window.offers("window.backup")).isTrue();
        }
    }

    /** "Status DMBackup" of the manual. */
    @Test
    void everyStatusTextIsSeenInItsOrder() throws Exception {
        try (ScriptedAgent agent = new ScriptedAgent(root.resolve("MBHSist"), Language.PT_BR)) {
            MainPage window = open(agent.home);
            for (StatusText text : StatusText.values()) {
                agent.shows(AgentLight.WORKING, text, 0, -1);
                window.status(Messages.in(Language.PT_BR).status(text));
            }
            assertThat(window.title()).isEqualTo("Gerenciador de Backup DMASTER");
            assertThat(window.text("window.version")).isEqualTo("Versão 9.9.9");
        }
    }

    @Test
    void showsHowFarTheWorkIsWithSpeedAndTimeLeft() throws Exception {
        SettableClock clock = SettableClock.at("2026-11-23T14:32", ScriptedAgent.ZONE);
        try (ScriptedAgent agent = new ScriptedAgent(root.resolve("MBHSist"), Language.PT_BR)) {
            MainPage window = open(agent.home, Language.PT_BR, clock);
            agent.shows(AgentLight.WORKING, StatusText.DUMPING, 0, 1L << 30);
            window.says("window.progress", "0 %");
            clock.advance(Duration.ofSeconds(2));
            agent.shows(AgentLight.WORKING, StatusText.DUMPING, 1L << 28, 1L << 30);
            window.says("window.progress", "25 %, 128 MB/s, faltam 6 s");
            agent.shows(AgentLight.OK, StatusText.WAITING, 0, -1);
            window.status("Aguardando tarefas...");
            assertThat(window.text("window.progress")).isEmpty();
        }
    }

    @Test
    void saysWhatIsKnownOfTheLastBackupAndNoMore() throws Exception {
        SettableClock clock = SettableClock.at("2026-11-23T14:32", ScriptedAgent.ZONE);
        try (ScriptedAgent agent = new ScriptedAgent(root.resolve("MBHSist"), Language.PT_BR)) {
            MainPage window = open(agent.home, Language.PT_BR, clock);
            window.says("window.last", "hoje às 14:00, horário 14h: 260 MB (o banco tem 1,7 GB)");
            window.says("window.where", "Onde está: servidor, terminal");
            window.says("window.verified", "verificado: hoje às 14:01");
            window.says("window.proven", "restauração provada: hoje às 03:12");
        }
    }

    @Test
    void aFailureIsToldInWordsWithWhatToDo() throws Exception {
        try (ScriptedAgent agent = new ScriptedAgent(root.resolve("MBHSist"), Language.PT_BR)) {
            MainPage window = open(agent.home);
            agent.shows(AgentLight.ATTENTION, StatusText.WAITING, 0, -1, OWED);
            window.says("window.trouble", "O terminal está sem cópia.");
            window.press("window.what_to_do");
            Page told = Page.dialog(robot(), "fault");
            assertThat(told.text("fault.happened")).isEqualTo("O terminal está sem cópia.");
            assertThat(told.text("fault.remedy")).isEqualTo("Ligue o terminal.");
            told.press("fault.copy");
            told.says("fault.number", "Copiado");
            told.key(KeyEvent.VK_ESCAPE);
            told.gone();
            agent.shows(AgentLight.OK, StatusText.WAITING, 0, -1);
            await().atMost(Page.PATIENCE).until(() -> window.text("window.trouble").isEmpty());
        }
    }

    /** The manual's alert "quando o backup é configurado como local". */
    @Test
    void aStoreWithOneMachineIsWarnedAtTheStart() throws Exception {
        try (ScriptedAgent agent = new ScriptedAgent(root.resolve("MBHSist"), Language.PT_BR)) {
            agent.localOnly("Os backups ficam só neste computador.");
            MainPage window = open(agent.home);
            Page alert = Page.dialog(robot(), "local");
            alert.says("local.warning", "Os backups ficam só neste computador.");
            alert.press("button.ok");
            alert.gone();
            assertThat(window.showing()).isTrue();
        }
    }

    @Test
    void worksByTheKeyboardAlone() throws Exception {
        try (ScriptedAgent agent = new ScriptedAgent(root.resolve("MBHSist"), Language.PT_BR)) {
            MainPage window = open(agent.home);
            window.status("Aguardando tarefas...");
            await().atMost(Page.PATIENCE).until(() -> window.offers("window.backup"));
            window.alt(KeyEvent.VK_R);
            await().atMost(Page.PATIENCE).until(() -> agent.asked.contains("BACKUP"));
            agent.ended("SUCCEEDED");
        }
    }
}

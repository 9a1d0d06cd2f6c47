package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.desktop.Desktop;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.testkit.display.Display;
import br.com.dmbackup.testkit.time.SettableClock;
import java.awt.Frame;
import java.awt.SystemTray;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Fechar aplicativo" and "clicar em visualizar" of the manual, with a real mouse on a real tray. */
class TrayTest extends WindowsTest {
    private static final int VIEW = 1;
    private static final int BACK_UP = 2;
    private static final int CLOSE = 3;

    @TempDir
    Path root;

    private ScriptedAgent agent;
    private final SettableClock clock = SettableClock.at("2022-06-28T14:32", ScriptedAgent.ZONE);

    @BeforeEach
    void scripted() throws Exception {
        agent = new ScriptedAgent(root.resolve("MBHSist"), Language.PT_BR);
    }

    @AfterEach
    void end() {
        agent.close();
    }

    @Test
    void visualizarOpensTheWindow() throws Exception {
        MainPage window = open(agent.home, Language.PT_BR, clock);
        window.status("Aguardando tarefas...");
        window.cross();
        assertThat(SystemTray.getSystemTray().getTrayIcons()).hasSize(1);
        new TrayMouse().choose(VIEW);
        await().atMost(Page.PATIENCE).until(window::showing);
        assertThat(window.title()).isEqualTo("Gerenciador de Backup DMASTER");
    }

    @Test
    void realizarBackupOfTheMenuAsksForOne() throws Exception {
        MainPage window = open(agent.home, Language.PT_BR, clock);
        window.status("Aguardando tarefas...");
        new TrayMouse().choose(BACK_UP);
        await().atMost(Page.PATIENCE).until(() -> agent.asked.contains("BACKUP"));
        agent.ended("SUCCEEDED");
    }

    @Test
    void fecharTakesTheDateByTheButton() throws Exception {
        MainPage window = open(agent.home, Language.PT_BR, clock);
        Page close = fechar(window);
        close.type("close.typed", "28062022");
        close.press("close.close");
        ended(window);
    }

    @Test
    void fecharTakesTheDateByEnter() throws Exception {
        MainPage window = open(agent.home, Language.PT_BR, clock);
        Page close = fechar(window);
        close.type("close.typed", "28062022");
        close.key(KeyEvent.VK_ENTER);
        ended(window);
    }

    @Test
    void threeWrongPasswordsArePausedAndARestartDoesNotEndThePause() throws Exception {
        MainPage window = open(agent.home, Language.PT_BR, clock);
        Page close = fechar(window);
        close.type("close.typed", "28/06/22");
        close.press("close.close");
        close.says("close.refused", "Senha errada. Restam 2 tentativas.");
        close.type("close.typed", "27062022");
        close.key(KeyEvent.VK_ENTER);
        close.says("close.refused", "Resta 1 tentativa.");
        close.type("close.typed", "1");
        close.press("close.close");
        close.says("close.refused", "Três senhas erradas. Tente de novo hoje às 14:33.");
        assertThat(close.offers("close.close")).isFalse();
        close.press("button.cancel");
        close.gone();
        window.desktop().close();
        MainPage again = open(agent.home, Language.PT_BR, clock);
        Page paused = fechar(again);
        paused.says("close.refused", "Três senhas erradas.");
        assertThat(paused.offers("close.close")).isFalse();
        clock.advance(Duration.ofSeconds(61));
        await().atMost(Page.PATIENCE).until(() -> paused.offers("close.close"));
        paused.type("close.typed", "28062022");
        paused.press("close.close");
        ended(again);
    }

    @Test
    void anOwnPasswordTakesThePlaceOfTheDate() throws Exception {
        MainPage window = open(agent.home, Language.PT_BR, clock);
        Page close = fechar(window);
        close.press("close.change");
        Page change = Page.dialog(robot(), "close_password");
        change.type("close_password.present", "28062022");
        change.type("close_password.wanted", "acai 77");
        change.type("close_password.again", "acai 78");
        change.press("close_password.set");
        change.says("close_password.refused", "não são iguais");
        change.type("close_password.again", "acai 77");
        change.press("close_password.set");
        change.gone();
        close.type("close.typed", "28062022");
        close.press("close.close");
        close.says("close.refused", "Senha errada.");
        close.type("close.typed", "acai 77");
        close.press("close.close");
        ended(window);
    }

    @Test
    void theStatesDifferOnTheScreen() throws Exception {
        MainPage window = open(agent.home, Language.PT_BR, clock);
        window.status("Aguardando tarefas...");
        TrayMouse mouse = new TrayMouse();
        Set<List<Integer>> seen = new HashSet<>();
        for (AgentLight light : AgentLight.values()) {
            agent.shows(light, StatusText.WAITING, 0, -1);
            await().atMost(Page.PATIENCE).until(() -> seen.add(mouse.sign()));
        }
        agent.close();
        await().atMost(Page.PATIENCE).until(() -> seen.add(mouse.sign()));
        window.status("O DMBackup não está em execução neste computador.");
    }

    @Test
    void whereThereIsNoTrayTheWindowStaysMinimised() throws Exception {
        Display.ready().noTray();
        try {
            await().atMost(Page.PATIENCE).until(() -> !SystemTray.isSupported());
            MainPage window = open(agent.home, Language.PT_BR, clock);
            window.status("Aguardando tarefas...");
            window.cross();
            await().atMost(Page.PATIENCE).until(
                    () -> (window.desktop().window().getExtendedState() & Frame.ICONIFIED) != 0);
            assertThat(window.showing()).isTrue();
        } finally {
            Display.ready().tray();
            await().atMost(Page.PATIENCE).until(SystemTray::isSupported);
        }
    }

    private Page fechar(MainPage window) throws Exception {
        window.status("Aguardando tarefas...");
        new TrayMouse().choose(CLOSE);
        return Page.dialog(robot(), "close");
    }

    /** The windows are gone, and the agent goes on. */
    private void ended(MainPage window) throws Exception {
        Desktop desktop = window.desktop();
        desktop.awaitEnd();
        window.gone();
        assertThat(SystemTray.getSystemTray().getTrayIcons()).isEmpty();
        assertThat(agent.asked).isEmpty();
    }
}

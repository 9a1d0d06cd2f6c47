package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.terminal.life.Alarms;
import br.com.dmbackup.terminal.life.Hours;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.terminal.life.TerminalLife;
import br.com.dmbackup.terminal.life.TerminalSettings;
import br.com.dmbackup.terminal.receiver.Receiver;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.RootPaneContainer;
import javax.swing.text.JTextComponent;
import org.assertj.swing.finder.WindowFinder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window of a machine that is a backup terminal and nothing else. */
class TerminalWindowTest extends WindowsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @TempDir
    Path root;

    private Path home;
    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        home = Files.createDirectories(root.resolve("balcao"));
        folder = root.resolve("MCBkp");
        TerminalSettings.write(new TerminalHome(home), "balcao", folder, TerminalSettings.USUAL_PORT,
                Messages.in(Language.PT_BR));
    }

    @Test
    void showsWhatWasReceivedAndTakesACopyAlong() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.localOnlyIn(root)) {
            Page window;
            try (TerminalLife terminal = started(home, folder)) {
                pair(store, terminal);
                window = opened();
                window.says("terminal.status", "O terminal de backup balcao está recebendo");
                RealProgram.Ended backedUp = store.command("backup");
                assertThat(backedUp.code()).as(backedUp.text()).isZero();
                window.says("terminal.newest", "Último backup recebido: hoje às");

                Path pen = Files.createDirectories(root.resolve("pen"));
                window.press("terminal.take");
                Page take = Page.dialog(robot(), "terminal.take_along");
                take.type("manual.folder", pen.toString());
                photograph(window, "terminal");
                photograph(take, "terminal-copy");
                take.press("manual.ok");
                take.says("terminal.copied", "Cópia concluída");
                assertThat(pen.resolve("MCDados.zip")).hasSameBinaryContentAs(folder.resolve("MCDados.zip"));
                take.press("manual.cancel");
                take.gone();
            }
            window.says("terminal.status", "não está em funcionamento");
            await().atMost(Page.PATIENCE).until(() -> window.text("terminal.newest").isEmpty());
        }
    }

    @Test
    void aSuspiciousBackupIsLookedAtAndAcceptedHere() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.localOnlyIn(root);
                TerminalLife terminal = started(home, folder)) {
            pair(store, terminal);
            assertThat(store.command("backup").code()).isZero();
            store.sql("drop table produto");
            store.sql("create table produto (id integer primary key, nome text)");
            store.sql("insert into produto (nome) values (randomblob(1500000))");
            assertThat(store.command("backup").code()).isNotZero();
            Page window = opened();
            window.says("terminal.suspicious", "Backups suspeitos: 1");
            window.press("terminal.look");
            Page suspect = Page.dialog(robot(), "terminal.suspect");
            suspect.says("terminal.suspect.made", "MCDados.zip");
            suspect.says("suspicious.reason", "suspeito");
            assertThat(suspect.offers("suspicious.accept")).isFalse();
            photograph(suspect, "terminal-suspect");
            suspect.strike(() -> suspect.awaited("suspicious.checked", JCheckBox.class));
            suspect.press("suspicious.accept");
            suspect.says("suspicious.accepted", "Backup aceito");
            try (Stream<Path> ring = Files.walk(folder.resolve("suspeito"))) {
                assertThat(ring.filter(Files::isRegularFile)).isEmpty();
            }
            suspect.press("suspicious.close");
            suspect.gone();
            await().atMost(Page.PATIENCE).until(() -> window.text("terminal.suspicious").isEmpty());
        }
    }

    private Page opened() throws Exception {
        open(home, Language.PT_BR, Clock.system(ZONE));
        return new Page(robot(), WindowFinder.findFrame("terminal.window").withTimeout(20_000).using(robot()).target());
    }

    private static void pair(StoreWithAgent store, TerminalLife terminal) throws Exception {
        RealProgram.Ended paired = store.command("pair", terminal.desk().invite(false).code(), "--address",
                "127.0.0.1:" + terminal.port());
        assertThat(paired.code()).as(paired.text()).isZero();
    }

    /** With {@code -Dupdate} for the manual, as {@link GalleryTest} does; it cannot have a real terminal. */
    private void photograph(Page page, String name) throws Exception {
        if (System.getProperty("update") != null && page.window() instanceof RootPaneContainer pane) {
            Page.onScreen(() -> named(page, root.toString(), "/srv"));
            Path pictures = Files.createDirectories(Path.of("..", "docs", "manual", Language.PT_BR.tag()));
            Photograph.of(pane, Photograph.title((Window) page.window()), pictures.resolve(name + ".png"));
            Page.onScreen(() -> named(page, "/srv", root.toString()));
        }
    }

    /** A manual has no folder of a test in it. */
    private boolean named(Page page, String before, String now) {
        robot().finder().findAll(page.window(), found -> found instanceof JTextComponent).stream()
                .map(JTextComponent.class::cast).filter(text -> text.getText().contains(before))
                .forEach(text -> text.setText(text.getText().replace(before, now)));
        return true;
    }

    private static TerminalLife started(Path home, Path folder) {
        TerminalSettings settings = new TerminalSettings(Language.PT_BR, "balcao", folder, 0, false, ZONE,
                TerminalSettings.Expects.BACKUP);
        return TerminalLife.open(new TerminalHome(home), settings, new Hours(Optional.empty(), ClosedDays.NONE),
                Alarms.NONE, new TerminalLife.Machine(Clock.system(ZONE),
                        () -> new MonotonicStamp("boot", System.nanoTime()), Duration.ofMillis(500),
                        Receiver.Bounds.USUAL, "test"));
    }
}

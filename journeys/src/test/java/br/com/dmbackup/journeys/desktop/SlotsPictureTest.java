package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.agent.api.LocalApi;
import br.com.dmbackup.cli.agent.SessionDoor;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.journeys.agent.AgentUnderTest;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slots as they are drawn, over the real agent on a clock that we hold. */
class SlotsPictureTest extends WindowsTest {
    @TempDir
    Path root;

    /** "Arquivos Backup", the manual's last page, with its own hours and days. */
    @Test
    void theManualsThreeExamplesOfReplacementAreSeen() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(root, "2022-06-29T09:30").busy(0.9).start();
                LocalApi api = api(shop)) {
            assertThat(api.address().port()).isPositive();
            ArchivesPage window = new ArchivesPage(open(shop.home().root(), Language.PT_BR, shop.clock()));
            window.tells("slots.local.09h", "Feito hoje às 09:30");
            window.tells("slots.terminal.09h", "Feito hoje às 09:30");
            assertThat(window.description("slots.local.10h")).isEqualTo("Nenhum backup neste horário.");

            shop.clock().advance(Duration.ofMinutes(10));
            shop.passUnseen(Duration.ofMinutes(10));
            assertThat(shop.desk().ask(JobKind.BACKUP, "").id()).isNotEmpty();
            shop.settle();
            window.tells("slots.local.09h", "Feito hoje às 09:40");
            window.tells("slots.terminal.09h", "Feito hoje às 09:40");

            shop.clock().advance(Duration.ofMinutes(23 * 60 + 19));
            shop.passUnseen(Duration.ofMinutes(23 * 60 + 19));
            shop.minute();
            window.tells("slots.local.09h", "Feito hoje às 09:00");
            window.tells("slots.terminal.09h", "Feito hoje às 09:00");
            assertThat(window.hover("slots.terminal.09h")).contains("09h, terminal", "Guardado");
        }
    }

    @Test
    void whatATerminalLacksIsSaidAndASlotOpensWithTheKeyboard() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(root, "2026-11-23T09:30").busy(0.9).start();
                LocalApi api = api(shop)) {
            assertThat(api.address().port()).isPositive();
            Path away = root.resolve("terminal.away");
            Files.move(shop.terminal(), away);
            shop.sell(5);
            shop.minutes(60);
            ArchivesPage window = new ArchivesPage(open(shop.home().root(), Language.PT_BR, shop.clock()));
            window.says("slots.terminal.owed", "terminal sem cópia desde hoje às 10:");
            window.tells("slots.terminal.10h", "Falta trazer");
            window.tells("slots.local.10h", "Guardado");
            assertThat(window.text("slots.local.owed")).isEmpty();

            window.focus("slots.local.00h");
            for (int step = 0; step < 9; step++) {
                window.key(KeyEvent.VK_RIGHT);
            }
            await().atMost(Page.PATIENCE).until(() -> window.focused().equals("slots.local.09h"));
            window.key(KeyEvent.VK_ENTER);
            ArchivesPage restore = ArchivesPage.of(robot(), "restore");
            restore.says("restore.made", "hoje às 09:30");
            restore.key(KeyEvent.VK_ESCAPE);
            restore.gone();
        }
    }

    @Test
    void aSuspiciousBackupIsSeenExplainedAndAccepted() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(root, "2026-11-23T09:10").busy(0.9).start();
                LocalApi api = api(shop)) {
            assertThat(api.address().port()).isPositive();
            shop.sell(400);
            shop.minutes(60);
            shop.sql("delete from produto where id > 100");
            shop.minutes(60);
            ArchivesPage window = new ArchivesPage(open(shop.home().root(), Language.PT_BR, shop.clock()));
            window.tells("slots.local.11h", "backup suspeito");
            window.click("slots.local.11h");
            ArchivesPage suspicious = ArchivesPage.of(robot(), "suspicious");
            suspicious.says("suspicious.reason", "mais da metade das linhas");
            assertThat(suspicious.offers("suspicious.accept")).isFalse();
            suspicious.choose("suspicious.checked");
            suspicious.press("suspicious.accept");
            for (int minute = 0; minute < 3; minute++) {
                shop.minute();
            }
            suspicious.says("suspicious.accepted", "Backup aceito");
            suspicious.press("suspicious.close");
            shop.minute();
            window.tells("slots.local.11h", "Guardado");
        }
    }

    private static LocalApi api(AgentUnderTest shop) {
        return LocalApi.open(shop.desk(), new SessionDoor(shop.session()),
                () -> new MonotonicStamp("boot", System.nanoTime()));
    }
}

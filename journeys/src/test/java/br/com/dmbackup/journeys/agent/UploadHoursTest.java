package br.com.dmbackup.journeys.agent;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.terminal.life.Alarms;
import br.com.dmbackup.terminal.life.Hours;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.terminal.life.TerminalLife;
import br.com.dmbackup.terminal.life.TerminalSettings;
import br.com.dmbackup.terminal.receiver.Receiver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** "Só fora do expediente": by day copies are owed, at night they travel, by the clock on the store's wall. */
@Timeout(120)
class UploadHoursTest {
    @TempDir
    Path folder;

    @Test
    void copiesAreOwedUntilTheEveningOfTheStoresOwnTimeZone() throws Exception {
        // In Manaus it is an hour earlier than in São Paulo, and four earlier than at this machine, if that counts in UTC.
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T18:30");
                TerminalLife terminal = terminal(shop)) {
            shop.settings(shop.soundSettings().replace("America/Sao_Paulo", "America/Manaus")
                    .replaceFirst("(?s)\\[\\[destination\\]\\].*", ""));
            pair(shop, terminal);
            shop.settings(Files.readString(shop.home.settingsFile()) + "upload_hours = \"19:00-07:00\"\n");

            shop.start();
            shop.minutes(89);

            assertThat(shop.clock.instant()).hasToString("2026-11-23T22:59:00Z");
            assertThat(shop.slots(shop.home.backupFolder())).containsExactly("17h", "18h");
            assertThat(folder.resolve("MCBkp/17h/MCDados.zip")).doesNotExist();
            assertThat(owed(shop)).isEqualTo(2);

            shop.minutes(30);

            assertThat(shop.slots(shop.home.backupFolder())).containsExactly("17h", "18h", "19h");
            assertThat(folder.resolve("MCBkp/17h/MCDados.zip")).exists();
            assertThat(folder.resolve("MCBkp/18h/MCDados.zip")).exists();
            assertThat(folder.resolve("MCBkp/19h/MCDados.zip")).exists();
            assertThat(owed(shop)).isZero();
        }
    }

    private static int owed(AgentUnderTest shop) {
        try (Catalog catalog = Catalog.open(shop.home.catalogFile(), shop.clock)) {
            return catalog.owed().size();
        }
    }

    private TerminalLife terminal(AgentUnderTest shop) throws Exception {
        TerminalHome home = new TerminalHome(folder.resolve("balcao"));
        Files.createDirectories(home.root());
        Files.writeString(home.settingsFile(), "[terminal]\n");
        return TerminalLife.open(home,
                new TerminalSettings(Language.PT_BR, "balcao", folder.resolve("MCBkp"), 0, false, AgentUnderTest.ZONE,
                        TerminalSettings.Expects.CONTACT),
                new Hours(Optional.empty(), ClosedDays.NONE), Alarms.NONE,
                new TerminalLife.Machine(shop.clock, shop.session().surroundings().monotonic(), Duration.ofSeconds(1),
                        Receiver.Bounds.USUAL, "test"));
    }

    private void pair(AgentUnderTest shop, TerminalLife terminal) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Dmbackup.run(
                List.of("pair", terminal.desk().invite(false).code(), "--address", "127.0.0.1:" + terminal.port(),
                        "--home", shop.home.root().toString()),
                new Surroundings(
                        new Surroundings.Screen(new ByteArrayInputStream(new byte[0]), screen, screen, false, 80),
                        Map.of(), folder, shop.clock, shop.session().surroundings().monotonic(), Checkpoint.NONE),
                List.of());
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}

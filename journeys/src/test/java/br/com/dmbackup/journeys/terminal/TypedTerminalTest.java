package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.terminal.TwoMachines.Said;
import br.com.dmbackup.journeys.terminal.TypedTerminal.Running;
import br.com.dmbackup.protocol.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day at the terminal, typed. */
class TypedTerminalTest {
    private static final String STORE = "Farmácia São João";

    @TempDir
    Path root;

    private TypedTerminal typed;

    @BeforeEach
    void set() throws Exception {
        typed = new TypedTerminal(root);
        typed.sell(3000);
    }

    @AfterEach
    void end() {
        typed.close();
    }

    @Test
    void pairingTellsBothSidesHowMuchRoomTheBackupsWillTake() throws Exception {
        TypedTerminal.require(typed.backupAt("2026-11-23T09:05"));
        typed.start();
        Running inviting = typed.begin(typed.terminal, "terminal", "pair");

        Said paired = typed.type(typed.server, "pair", inviting.code(), "--address", typed.address());

        inviting.thread().join();
        assertThat(paired.out()).contains("Espaço que os backups vão ocupar no terminal");
        assertThat(inviting.said()).contains("Espaço que os backups vão ocupar no terminal", STORE);
        long archive = Files.size(typed.server.resolve("Backup/MCDados.zip"));
        Said status = typed.type(typed.terminal, "terminal", "status", "--json");
        assertThat(status.out().replace(" ", "")).contains("\"neededBytes\":" + 88 * archive)
                .contains("\"slotBytes\":" + 25 * archive).contains("\"asideBytes\":" + 48 * archive)
                .contains("\"dailyBytes\":" + 14 * archive);
    }

    @Test
    void aSuspiciousBackupIsAcceptedHereByTypingIt() throws Exception {
        typed.startPaired();
        hours(9, 12);
        typed.encrypt();
        Said suspicious = typed.backupAt("2026-11-23T12:05");
        assertThat(suspicious.code()).as(suspicious.all()).isNotZero();
        assertThat(typed.mcBkp.resolve("suspeito/12h/MCDados.zip")).exists();
        assertThat(typed.type(typed.terminal, "terminal", "status").out()).contains("SUSPEITOS");

        Said accepted = TypedTerminal.require(typed.type(typed.terminal, "terminal", "accept"));

        assertThat(accepted.out()).contains("12h/MCDados.zip");
        assertThat(typed.mcBkp.resolve("12h/MCDados.zip")).exists();
        Said again = typed.type(typed.terminal, "terminal", "accept", STORE);
        assertThat(again.code()).isEqualTo(ExitCode.USER.number());
        assertThat(again.err()).contains("DM-").doesNotContain("Exception");
    }

    @Test
    void aServerThatIsUnpairedByTypingItComesNoMore() {
        typed.startPaired();
        TypedTerminal.require(typed.backupAt("2026-11-23T09:05"));
        Said unasked = typed.type(typed.terminal, "terminal", "unpair", STORE);
        assertThat(unasked.code()).isNotZero();

        TypedTerminal.require(typed.type(typed.terminal, "terminal", "unpair", STORE, "--yes"));

        assertThat(typed.backupAt("2026-11-23T10:05").code()).isEqualTo(ExitCode.PARTIAL.number());
        assertThat(typed.mcBkp.resolve("09h/MCDados.zip")).exists();
        assertThat(typed.mcBkp.resolve("10h/MCDados.zip")).doesNotExist();
        assertThat(typed.type(typed.terminal, "terminal", "status").out()).contains("dmbackup terminal pair");
    }

    @Test
    void whatATakenOverServerEncryptsIsHeldApartAndTheSlotStaysAsItWas() throws Exception {
        typed.startPaired();
        hours(9, 12);
        byte[] good = Files.readAllBytes(typed.mcBkp.resolve("10h/MCDados.zip"));
        // The intruder has everything there, and lets no earlier backup be compared with.
        typed.encrypt();
        Files.move(typed.server.resolve("Backup"), root.resolve("levado"));
        Files.delete(typed.server.resolve("state/catalog.db"));

        TypedTerminal.require(typed.backupAt("2026-11-24T10:05"));

        assertThat(typed.server.resolve("Backup/10h/MCDados.zip")).as("the server thinks well of it").exists();
        assertThat(Files.readAllBytes(typed.mcBkp.resolve("10h/MCDados.zip"))).isEqualTo(good);
        assertThat(typed.mcBkp.resolve("suspeito/10h/MCDados.zip")).exists();
        Said status = typed.type(typed.terminal, "terminal", "status");
        assertThat(status.code()).isEqualTo(ExitCode.WARNING.number());
        assertThat(status.out()).contains("SUSPEITOS", "DM-");
    }

    @Test
    void withTheTerminalAloneTheDatabaseIsBackInThreeCommands() throws Exception {
        typed.startPaired();
        hours(9, 11);
        long rows = TwoMachines.rows(typed.database);
        typed.close();
        Files.delete(typed.database);
        Path alone = root.resolve("loja no terminal");
        Path database = root.resolve("terminal.db");

        TypedTerminal.require(typed.type(alone, "init", "--database", database.toString(), "--local-only",
                "--no-backup", "--yes"));
        TypedTerminal.require(typed.type(alone, "restore", typed.mcBkp.resolve("10h/MCDados.zip").toString(),
                "--replace", "--yes"));

        assertThat(TwoMachines.rows(database)).isEqualTo(rows);
    }

    @Test
    void aFolderIsNotPutInThePlaceOfAPairedTerminal() throws Exception {
        typed.startPaired();
        String before = typed.toml();
        Path folder = Files.createDirectories(root.resolve("pasta"));

        Said refused = typed.type(typed.server, "init", "--terminal", folder.toString(), "--yes", "--no-backup");

        assertThat(refused.code()).isEqualTo(ExitCode.USER.number());
        assertThat(refused.err()).contains("já está pareado").doesNotContain("Exception");
        assertThat(typed.toml()).isEqualTo(before);
        TypedTerminal.require(typed.type(typed.server, "init", "--local-only", "--yes", "--no-backup"));
        assertThat(typed.toml()).contains("kind = \"terminal\"");
    }

    private void hours(int from, int to) {
        for (int hour = from; hour < to; hour++) {
            typed.sell(20);
            TypedTerminal.require(typed.backupAt("2026-11-23T%02d:05".formatted(hour)));
            typed.pass(Duration.ofMinutes(2));
        }
    }
}

package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.terminal.TwoMachines.Said;
import br.com.dmbackup.protocol.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalJourneyTest {
    @TempDir
    Path root;

    private TwoMachines machines;

    @BeforeEach
    void set() throws Exception {
        machines = new TwoMachines(root);
    }

    @AfterEach
    void end() {
        machines.close();
    }

    @Test
    void pairingWritesTheDestinationAndKeepsTheSettingsComments() throws Exception {
        machines.pair();

        String settings = Files.readString(machines.server.resolve("dmbackup.toml"));
        assertThat(settings).contains("# Comentário da loja, que fica.").contains("kind = \"terminal\"")
                .contains("address = \"" + machines.address() + "\"");
        assertThat(machines.type("settings", "check").code()).isZero();
    }

    @Test
    void threeHoursStandAtTheTerminalAndOnlyWhatChangedTravelled() throws Exception {
        machines.pair();
        Map<String, Integer> before = Map.of();
        for (int hour = 9; hour < 12; hour++) {
            machines.sell(100);
            long carried = machines.wire.up().carriedBytes();
            Said said = machines.backupAt("2026-11-23T%02d:05".formatted(hour));
            assertThat(said.code()).as(said.all()).isZero();

            String slot = "%02dh/MCDados.zip".formatted(hour);
            Map<String, Integer> now = ArchiveBlocks.of(machines.here(slot));
            assertThat(ArchiveBlocks.of(machines.there(slot)).keySet()).isEqualTo(now.keySet());
            long travelled = machines.wire.up().carriedBytes() - carried;
            long allowed = ArchiveBlocks.newBytes(before, now) * 105 / 100
                    + TwoMachines.size(machines.here(slot)) / 200;
            // Handshakes and questions of a quarter of a megabyte's store; they do not grow with it.
            assertThat(travelled).as(slot).isLessThan(allowed + 20_000);
            before = now;
        }
        try (ZipFile newest = new ZipFile(machines.there("MCDados.zip").toFile())) {
            assertThat(newest.getEntry("MCDados.bak")).isNotNull();
        }
        assertThat(machines.type("verify", "--all").code()).isZero();
    }

    @Test
    void anHourThatCouldNotBeBroughtIsOwedAndComesWithTheNext() {
        machines.pair();
        machines.wire.refuse();
        machines.wire.cut();

        Said owed = machines.backupAt("2026-11-23T09:05");

        assertThat(owed.code()).as(owed.all()).isEqualTo(ExitCode.PARTIAL.number());
        machines.wire.heal();
        Said made = machines.backupAt("2026-11-23T10:05");
        assertThat(made.code()).as(made.all()).isZero();
        assertThat(machines.there("09h/MCDados.zip")).exists();
        assertThat(machines.there("10h/MCDados.zip")).exists();
    }

    @Test
    void whatArrivedBeforeACutDoesNotTravelAgain() {
        machines.pair();
        assertThat(machines.backupAt("2026-11-23T09:05").code()).isZero();
        machines.sell(3000);
        long before = machines.wire.up().carriedBytes();
        machines.wire.up().cutAfter(900_000);

        Said said = machines.backupAt("2026-11-23T10:05");

        assertThat(said.code()).as(said.all()).isZero();
        long travelled = machines.wire.up().carriedBytes() - before;
        long fresh = ArchiveBlocks.newBytes(ArchiveBlocks.of(machines.here("09h/MCDados.zip")),
                ArchiveBlocks.of(machines.here("10h/MCDados.zip")));
        assertThat(fresh).isGreaterThan(1_000_000);
        assertThat(travelled).isLessThan(fresh + 700_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 700, 1500, 2600, 3000})
    void anAnswerThatIsCutOffIsAskedForAgain(long bytes) {
        machines.pair();
        machines.wire.down().cutAfter(bytes);

        Said said = machines.backupAt("2026-11-23T09:05");

        if (said.code() != 0) {
            // The line broke while it was only looked at: that is tried again with the next hour.
            assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.PARTIAL.number());
            machines.type("deliver");
        }
        assertThat(ArchiveBlocks.of(machines.there("09h/MCDados.zip")))
                .isEqualTo(ArchiveBlocks.of(machines.here("09h/MCDados.zip")));
    }

    @Test
    void aPulledCableEndsInACopyThatIsOwed() throws Exception {
        machines.pair();
        Files.writeString(machines.server.resolve("dmbackup.toml"),
                Files.readString(machines.server.resolve("dmbackup.toml")) + "silence_seconds = 5\n");
        Thread cable = Thread.ofPlatform().start(() -> {
            Awaitility.await().pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(30))
                    .until(() -> machines.wire.up().carriedBytes() > 400_000);
            machines.wire.blackHole();
        });

        Said said = machines.backupAt("2026-11-23T09:05");

        cable.join();
        assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.PARTIAL.number());
        machines.wire.heal();
        machines.wire.cut();
        Said made = machines.type("deliver");
        assertThat(made.code()).as(made.all()).isZero();
        assertThat(machines.there("09h/MCDados.zip")).exists();
    }

    @Test
    void theTerminalThatWasRestartedIsFoundBehindTheSameAddress() {
        machines.pair();
        assertThat(machines.backupAt("2026-11-23T09:05").code()).isZero();

        machines.restartTerminal();

        Said said = machines.backupAt("2026-11-23T10:05");
        assertThat(said.code()).as(said.all()).isZero();
    }

    @Test
    void aTerminalWithAnotherAddressIsFoundByItsKey() throws Exception {
        machines.pair();
        assertThat(machines.backupAt("2026-11-23T09:05").code()).isZero();
        machines.wire.refuse();
        machines.wire.cut();
        machines.findable = true;
        machines.restartTerminal();

        Said said = machines.backupAt("2026-11-23T10:05");

        assertThat(said.code()).as(said.all()).isZero();
        assertThat(machines.server.resolve("state/link/terminal.address")).content()
                .contains(":" + machines.life.port());
    }

    @Test
    void clocksThatAreYearsWrongStopNothing() {
        machines.pair();
        machines.terminalClock.set("1999-01-01T00:00");
        machines.serverClock.set("2036-02-29T23:30");
        Said said = machines.type("backup");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(machines.there("23h/MCDados.zip")).exists();

        machines.serverClock.set("2016-02-29T08:30");
        machines.terminalClock.set("2044-01-01T00:00");
        said = machines.type("backup");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(machines.there("08h/MCDados.zip")).exists();
    }

    @Test
    void aWrongCodeIsToldAndASpentOneIsOfNoUse() {
        String code = machines.life.desk().invite(false).code();
        String wrong = (code.startsWith("A") ? "C" : "A") + code.substring(1);

        Said said = machines.type("pair", wrong, "--address", machines.address());
        assertThat(said.code()).isEqualTo(ExitCode.USER.number());
        assertThat(said.err()).contains("DM-811");
        said = machines.type("pair", code, "--address", machines.address());
        assertThat(said.code()).as(said.all()).isZero();
        said = machines.type("pair", code, "--address", machines.address());
        assertThat(said.code()).isNotZero();
    }

    @Test
    void aServerThatWasUnpairedGetsNothing() {
        machines.pair();
        assertThat(machines.backupAt("2026-11-23T09:05").code()).isZero();

        machines.life.desk().unpair("Farmácia São João");

        Said said = machines.backupAt("2026-11-23T10:05");
        assertThat(said.code()).isEqualTo(ExitCode.PARTIAL.number());
        assertThat(machines.there("09h/MCDados.zip")).exists();
        assertThat(machines.there("10h/MCDados.zip")).doesNotExist();
    }

    @Test
    void theServersWholeMachineIsLostAndAnotherTakesItsPlace() throws Exception {
        machines.pair();
        Said paired = machines.type("pair", machines.life.desk().invite(false).code(), "--address", machines.address());
        assertThat(paired.code()).as(paired.all()).isZero();
        Path paper = Files.copy(machines.server.resolve("state/link/recovery.key"), root.resolve("papel.txt"));
        assertThat(machines.backupAt("2026-11-23T09:05").code()).isZero();
        long rows = TwoMachines.rows(machines.database);
        delete(machines.server);
        Files.delete(machines.database);

        long begun = System.nanoTime();
        machines.server = root.resolve("servidor novo");
        Said notOffered = machines.type("pair", machines.life.desk().invite(false).code(), "--address",
                machines.address(), "--replacement", "--cnpj", TwoMachines.CNPJ, "--recovery-key-file",
                paper.toString());
        assertThat(notOffered.err()).contains("DM-851");
        Said back = machines.type("pair", machines.life.desk().invite(true).code(), "--address", machines.address(),
                "--replacement", "--cnpj", TwoMachines.CNPJ, "--recovery-key-file", paper.toString());
        assertThat(back.code()).as(back.all()).isZero();
        Said restored = machines.type("restore", "--from", "terminal", "--replace", "--yes");

        assertThat(restored.code()).as(restored.all()).isZero();
        assertThat(TwoMachines.rows(machines.database)).isEqualTo(rows);
        System.out.printf("server lost: settings and %d rows are back after %d ms%n", rows,
                (System.nanoTime() - begun) / 1_000_000);
        assertThat(Files.readString(machines.server.resolve("dmbackup.toml"))).contains("# Comentário da loja");
        Said next = machines.backupAt("2026-11-23T10:05");
        assertThat(next.code()).as(next.all()).isZero();
        assertThat(machines.there("10h/MCDados.zip")).exists();
        assertThat(machines.there("09h/MCDados.zip")).exists();
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

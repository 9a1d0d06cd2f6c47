package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairingsTest {
    private static final String FIRST = "01".repeat(32);
    private static final String SECOND = "02".repeat(32);
    private static final String THIRD = "03".repeat(32);
    private static final String CNPJ = "12345678000195";

    private TestMachine machine;
    private final TillServer server = new TillServer(4);

    @BeforeEach
    void open() throws IOException {
        machine = new TestMachine(TestMachine.memoryFolder());
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
        TestMachine.delete(machine.folder);
    }

    private Backup backup() {
        machine.run(Duration.ofHours(1));
        return server.backup(machine.wall);
    }

    @Test
    void theFirstServerGetsMcBkpItselfAndEachFurtherOneAFolder() {
        assertThat(machine.vault().pair(FIRST, CNPJ, "Matriz", "MCDados").folder()).isEmpty();
        assertThat(machine.vault().pair(SECOND, CNPJ, "Filial Centro", "MCDados").folder()).isEqualTo("Filial Centro");
        assertThat(machine.vault().pair(THIRD, CNPJ, "filial centro", "MCDados").folder()).isEqualTo("filial centro 2");
        assertThat(machine.vault().pair("04".repeat(32), CNPJ, "guardado", "MCDados").folder())
                .isEqualTo("guardado 2");
        assertThat(machine.vault().pair("05".repeat(32), CNPJ, "../../etc", "MCDados").folder()).isEqualTo("MCDados");
        machine.restart();
        assertThat(machine.vault().pairings()).hasSize(5);
        assertThat(machine.vault().pairings().getFirst().pin()).isEqualTo(FIRST);
    }

    @Test
    void eachSeesAndFillsOnlyItsOwn() {
        machine.vault().pair(FIRST, CNPJ, "Matriz", "MCDados");
        machine.vault().pair(SECOND, "", "Filial", "MCDados");
        Backup backup = backup();
        TillServer.committed(machine.vault().store(FIRST), backup);
        StoreVault other = machine.vault().store(SECOND);
        assertThat(other.missing(backup.sums()).cardinality()).isEqualTo(backup.blocks().size());
        assertThat(other.list()).isEmpty();
        TillServer.committed(other, backup);
        assertThat(machine.root().resolve("Filial").resolve(backup.name().value())).exists();
        assertThat(machine.vault().store(FIRST).list()).hasSize(2);
    }

    @Test
    void aNewServerTakesThePlaceOfADeadOne() {
        machine.vault().pair(FIRST, CNPJ, "Matriz", "MCDados");
        StoreVault old = machine.vault().store(FIRST);
        Backup backup = backup();
        TillServer.committed(old, backup);
        old.keepSettings("sealed".getBytes(StandardCharsets.UTF_8));
        machine.vault().replace(FIRST, SECOND);
        StoreVault replacement = machine.vault().store(SECOND);
        assertThat(replacement.missing(backup.sums()).cardinality()).isZero();
        assertThat(replacement.settings()).hasValueSatisfying(
                settings -> assertThat(new String(settings.sealed(), StandardCharsets.UTF_8)).isEqualTo("sealed"));
        assertUnknown(() -> machine.vault().store(FIRST));
        assertUnknown(() -> old.missing(backup.sums()));
        machine.restart();
        assertThat(machine.vault().store(SECOND).list()).hasSize(2);
    }

    @Test
    void aForgottenServersArchivesStayAndNobodyElseGetsThem() {
        machine.vault().pair(FIRST, CNPJ, "Matriz", "MCDados");
        Backup backup = backup();
        TillServer.committed(machine.vault().store(FIRST), backup);
        machine.vault().unpair(FIRST);
        assertUnknown(() -> machine.vault().store(FIRST));
        assertThat(machine.vault().pair(SECOND, "98765432000110", "Outra", "MCDados").folder()).isEqualTo("Outra");
        assertThat(FoundArchive.counting(machine.root())).hasSize(1);
        // The same store comes back.
        assertThat(machine.vault().pair(THIRD, CNPJ, "Matriz", "MCDados").folder()).isEmpty();
        assertThat(machine.vault().store(THIRD).list()).hasSize(2);
    }

    @Test
    void settingsAreKeptInManyVersionsAndAFloodPushesNoneOut() throws IOException {
        machine.vault().pair(FIRST, CNPJ, "Matriz", "MCDados");
        StoreVault store = machine.vault().store(FIRST);
        byte[] good = "the store's own".getBytes(StandardCharsets.UTF_8);
        store.keepSettings(good);
        store.keepSettings(good);
        assertThat(machine.vault().keeping(FIRST).settingsVersions()).hasSize(1);
        for (int minute = 0; minute < 13 * 24 * 60; minute += 10) {
            machine.run(Duration.ofMinutes(10));
            try {
                store.keepSettings(("garbage " + minute).getBytes(StandardCharsets.UTF_8));
            } catch (BackupFault refused) {
                assertThat(refused.code()).isEqualTo(FaultCode.TERMINAL_TOO_OFTEN);
            }
        }
        assertThat(machine.vault().keeping(FIRST).settingsVersions()).anyMatch(
                version -> Arrays.equals(version.sealed(), good)).hasSizeLessThan(200);
        assertThatThrownBy(() -> store.keepSettings(new byte[SealedSettings.MOST_BYTES + 1]))
                .isInstanceOf(BackupFault.class);
    }

    @Test
    void twoProcessesDoNotShareAVault() {
        assertThatThrownBy(() -> TerminalVault.open(machine.root(), machine.state(),
                new VaultMachine(() -> machine.wall, () -> {
                    throw new AssertionError();
                }, (pairing, fault) -> {}))).isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.ALREADY_RUNNING));
    }

    @Test
    void theFolderMustBeThere() throws IOException {
        assertThatThrownBy(() -> TerminalVault.open(machine.folder.resolve("unplugged"), machine.folder.resolve("s2"),
                new VaultMachine(() -> machine.wall, () -> {
                    throw new AssertionError();
                }, (pairing, fault) -> {}))).isInstanceOf(BackupFault.class);
        assertThat(Files.exists(machine.folder.resolve("unplugged"))).isFalse();
    }

    private static void assertUnknown(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.TERMINAL_PAIRING_UNKNOWN));
    }
}

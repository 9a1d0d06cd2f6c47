package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.terminal.vault.CommitOutcome.Committed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real process dies at each step; the next one finds a whole archive in the slot, and loses none. */
class KilledVaultTest {
    private static final long SEED = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = VaultStep.class, mode = EnumSource.Mode.EXCLUDE, names = "ARCHIVE_LET_GO")
    void aDeathAtAnyStepLosesNothing(VaultStep step) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("MCBkp"));
        Path log = folder.resolve("victim.log");
        Process victim = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), VaultVictim.class.getName(), folder.toString(),
                        step.name(), Long.toString(SEED)))
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).as(Files.readString(log)).isEqualTo(VaultVictim.KILLED);

        byte[] first = VaultVictim.backup(SEED, 0).dump();
        Backup second = VaultVictim.backup(SEED, 1);
        Path slot = folder.resolve("MCBkp").resolve(second.name().value());
        boolean placed = step.compareTo(VaultStep.ARCHIVE_PLACED) >= 0;
        new FoundArchive(slot, second.id()).assertHolds(placed ? second.dump() : first);

        var machine = new TestMachine(folder);
        try {
            new FoundArchive(slot, second.id()).assertHolds(placed ? second.dump() : first);
            List<FoundArchive> there = FoundArchive.counting(machine.root());
            assertThat(there).hasSize(placed ? 2 : 1);
            StoreVault store = machine.vault().store(TestMachine.PIN);
            if (step.compareTo(VaultStep.BLOCK_SPOOLED) > 0) {
                assertThat(store.missing(second.sums()).cardinality()).as("to be sent again").isZero();
            }
            assertThat(TillServer.deliver(store, second)).isInstanceOf(Committed.class);
            new FoundArchive(slot, second.id()).assertHolds(second.dump());
            new FoundArchive(machine.root().resolve("MCDados.zip"), second.id()).assertHolds(second.dump());
            assertThat(FoundArchive.counting(machine.root())).anySatisfy(archive -> archive.assertHolds(first));
            assertThat(machine.root().resolve("recebendo")).isEmptyDirectory();
        } finally {
            machine.close();
        }
    }
}

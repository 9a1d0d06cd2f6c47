package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.terminal.vault.CommitOutcome.Committed;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, with a server that calls the vault itself. */
class VaultModelTest {
    private static final int QUICK_SEEDS = 12;
    private static final int SEEDS = 200;

    @Test
    void losesNoProtectedCopyAndNoByteWhateverHappensInWhateverOrder() {
        VaultLife.play(1, QUICK_SEEDS, Directly::new);
    }

    @Test
    @Tag("slow")
    void norInManyMoreOrders() {
        VaultLife.play(QUICK_SEEDS + 1, SEEDS, Directly::new);
    }

    /** Without a wire: what is sent is there. */
    private record Directly(TestMachine machine) implements VaultLife.Way {
        @Override
        public Optional<ArchiveName> bring(Backup backup) {
            return TillServer.deliver(machine.store(), backup) instanceof Committed committed
                    ? Optional.of(committed.archive().name())
                    : Optional.empty();
        }

        @Override
        public void cut(Backup backup, Random random) {
            StoreVault store = machine.store();
            TillServer.send(store, backup, store.missing(backup.sums()), random.nextInt(4));
        }

        @Override
        public void dieAt(VaultStep fatal) {
            machine.checkpoint = step -> {
                if (step == fatal) {
                    throw new TestMachine.Killed();
                }
            };
        }

        @Override
        public void down() {
            machine.checkpoint = step -> {};
        }

        @Override
        public void up() {
            machine.checkpoint = step -> {};
        }

        @Override
        public void end() {
            down();
        }
    }
}

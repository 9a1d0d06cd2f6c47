package br.com.dmbackup.terminal.vault;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, between a server, a wire that breaks, and a receiver that dies. */
class WireModelTest {
    private static final int QUICK_SEEDS = 2;
    private static final int SEEDS = 200;

    @Test
    void losesNoProtectedCopyAndNoByteWhateverHappensOnTheWire() {
        VaultLife.play(1, QUICK_SEEDS, OverTheWire::new);
    }

    @Test
    @Tag("slow")
    void norInManyMoreOrders() {
        VaultLife.play(QUICK_SEEDS + 1, SEEDS, OverTheWire::new);
    }
}

package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.installation.SystemMonotonicSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A program that brings one more backup, and dies at a step. Arguments: folder, step, seed. Before it brings a backup of
 * the same hour whole, so that there is something to lose.
 */
final class VaultVictim {
    static final int KILLED = 137;
    static final Instant FIRST = Instant.parse("2026-03-02T12:00:00Z");

    private VaultVictim() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        VaultStep fatal = VaultStep.valueOf(arguments[1]);
        var armed = new boolean[1];
        var machine = new VaultMachine(() -> FIRST, new SystemMonotonicSource(),
                place -> new Space(1L << 40, 1L << 40), (pairing, fault) -> {},
                step -> {
                    if (armed[0] && step == fatal) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                });
        try (TerminalVault vault = TerminalVault.open(folder.resolve("MCBkp"), folder.resolve("state"), machine)) {
            vault.pair(TestMachine.PIN, "", "Farmácia", Backup.DATABASE);
            Backup first = backup(Long.parseLong(arguments[2]), 0);
            TillServer.committed(vault.store(TestMachine.PIN), first);
            armed[0] = true;
            TillServer.committed(vault.store(TestMachine.PIN), backup(Long.parseLong(arguments[2]), 1));
        }
    }

    /** The same in both processes, but for its id. */
    static Backup backup(long seed, int day) {
        var server = new TillServer(seed);
        for (int sold = 0; sold < day; sold++) {
            server.sell();
        }
        return server.backup(FIRST.plus(Duration.ofDays(day)));
    }
}

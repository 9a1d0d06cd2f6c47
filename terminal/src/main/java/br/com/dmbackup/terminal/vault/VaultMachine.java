package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.policy.MonotonicSource;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What the vault takes from the machine it runs on.
 *
 * @param clock the wall's, for what is shown to people; nothing is decided by it
 * @param monotonic the clock that nobody can set: the only time that protection knows
 * @param room how much there is
 * @param listener told of what the people here should know
 * @param checkpoint told of each step as it is reached; in the product nobody listens
 */
public record VaultMachine(InstantSource clock, MonotonicSource monotonic, Room room, VaultListener listener,
        Consumer<VaultStep> checkpoint) {
    public VaultMachine(InstantSource clock, MonotonicSource monotonic, VaultListener listener) {
        this(clock, monotonic, listener, step -> {});
    }

    public VaultMachine(InstantSource clock, MonotonicSource monotonic, VaultListener listener,
            Consumer<VaultStep> checkpoint) {
        this(clock, monotonic, VaultMachine::ofDisk, listener, checkpoint);
    }

    /** How much room there is where a folder stands. */
    @FunctionalInterface
    public interface Room {
        Space of(Path folder) throws IOException;
    }

    private static Space ofDisk(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return new Space(store.getUsableSpace(), store.getTotalSpace());
    }
}

package br.com.dmbackup.terminal.vault;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that this terminal keeps, for all servers that are paired with it. One process has it open; a lock in the
 * state folder sees to that.
 *
 * <p>The folder is the truth: what stands in {@code MCBkp} is what there is, and what the state folder knows beside
 * (running time, when an archive was accepted, which ones were made here) may be lost without a protected archive being
 * lost; what is not known counts as new.
 */
public interface TerminalVault extends AutoCloseable {
    /**
     * Opens it, after clearing what a dead process left. Reads the index of each archive.
     *
     * @param root {@code MCBkp}, which must be there
     * @param state this program's own folder, made where it is missing
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_STORE_FAILED}; {@code ALREADY_RUNNING}
     */
    static TerminalVault open(Path root, Path state, VaultMachine machine) {
        return OpenTerminal.open(root, state, machine);
    }

    /** All servers, in the order in which they were paired. */
    List<Pairing> pairings();

    /**
     * Notes a server from now on. One that is paired already stays as it is.
     *
     * @param pin the server's, lower-case hexadecimal
     * @param cnpj empty where there is none
     * @return the pairing, with the folder that it was given: the first gets {@code MCBkp} itself, each further one a
     *         folder named after its store or database
     */
    Pairing pair(String pin, String cnpj, String storeName, String database);

    /**
     * Gives a new server the place of a dead one: its folder, its archives, its settings. The old pin is unknown from
     * then on.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_PAIRING_UNKNOWN}
     */
    Pairing replace(String oldPin, String newPin);

    /** Forgets a server and drops its spool; its archives stay, and nobody but people at the terminal reach them. */
    void unpair(String pin);

    /**
     * The server's half.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_PAIRING_UNKNOWN}
     */
    StoreVault store(String pin);

    /**
     * The half of the people at the terminal.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_PAIRING_UNKNOWN}
     */
    StoreKeeping keeping(String pin);

    /**
     * To be called once a minute: counts the running time on, and lets go what is not protected any more. Minutes that
     * are not asked for do not count.
     */
    void minute();

    @Override
    void close();
}

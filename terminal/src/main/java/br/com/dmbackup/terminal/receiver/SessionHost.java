package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.terminal.vault.Pairing;
import br.com.dmbackup.terminal.vault.RoomNeed;
import br.com.dmbackup.terminal.vault.StoreVault;
import br.com.dmbackup.terminal.vault.VaultArchive;
import java.time.InstantSource;

/** What a session of a paired server needs of the terminal, and tells it. Called from the sessions' threads. */
public interface SessionHost {
    /** The terminal's name, for people. */
    String name();

    String programVersion();

    InstantSource clock();

    /**
     * The half of the vault that a server has.
     *
     * @throws BackupFault {@code LINK_NOT_PAIRED} for a pin that is not, or no longer, paired
     */
    StoreVault store(String pin);

    /** What all that is kept of this server takes at most; nothing where nobody knows yet. */
    RoomNeed roomNeed(Pairing pairing);

    /** The server is there. */
    void heard(Pairing pairing);

    /** How far a server's copy is; both 0 when none is under way. */
    void advanced(Pairing pairing, long doneBytes, long totalBytes);

    /** The server has a new backup here. */
    void committed(Pairing pairing, VaultArchive archive);
}

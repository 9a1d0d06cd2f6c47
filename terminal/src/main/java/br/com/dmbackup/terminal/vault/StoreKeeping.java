package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.destination.ArchiveName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What only the people at the terminal may do with a server's archives. Never handed to whatever speaks to a server.
 * Thread-safe.
 */
public interface StoreKeeping {
    /** Whose archives these are. */
    Pairing pairing();

    /**
     * Places the newest suspicious backup in its slot, as a good one that later ones are compared with.
     *
     * @param seen the one that the person looked at, which must still be the newest; none for whichever it is
     * @throws br.com.dmbackup.core.backup.BackupFault {@code NOTHING_SUSPICIOUS}; {@code TERMINAL_STORE_FAILED}
     */
    VaultArchive accept(Optional<BackupId> seen);

    /**
     * Removes an archive, protected or not, because a person wants it so.
     *
     * @return false when none was there
     */
    boolean remove(ArchiveName name);

    /** How much longer this terminal must run until the archive may go; none for one that is not protected by age. */
    Optional<Duration> protectedFor(ArchiveName name);

    /** Every version of the sealed settings that is kept, the newest first. */
    List<SealedSettings> settingsVersions();

    /** What this pairing's archives take at most, as its newest ones are long. */
    RoomNeed roomNeed();
}

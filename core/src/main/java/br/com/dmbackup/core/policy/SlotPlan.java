package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import java.util.Optional;
import java.util.Set;

/**
 * How a new backup comes into its slot: over the backup of our own that stands there, or, while there are few of our
 * own, after an adopted archive has been set aside as {@code adotado/09h/MCDados.zip}.
 */
public final class SlotPlan {
    private SlotPlan() {}

    /**
     * Where what stands in the slot must be set aside first; none when the new backup may replace it, or nothing stands
     * there.
     *
     * @param occupant what stands there
     * @param ownBackups how many good backups of our own exist
     * @param taken the names at which something stands
     */
    public static Optional<ArchiveName> setAsideFirst(Slot slot, String database, Optional<HeldSlot> occupant,
            int ownBackups, Set<ArchiveName> taken) {
        if (occupant.isEmpty() || !occupant.get().adopted() || ownBackups >= Retention.OWN_BEFORE_ADOPTED) {
            return Optional.empty();
        }
        ArchiveName aside = aside(slot, database, "");
        for (int copy = 2; taken.contains(aside); copy++) {
            aside = aside(slot, database, " (" + copy + ")");
        }
        return Optional.of(aside);
    }

    private static ArchiveName aside(Slot slot, String database, String suffix) {
        return new ArchiveName("adotado/" + slot.folderName() + "/" + database + suffix + ".zip");
    }
}

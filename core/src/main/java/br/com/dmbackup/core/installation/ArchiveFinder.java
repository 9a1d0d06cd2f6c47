package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.protocol.FaultCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the copies of the archive that a person means, the best one first. */
public final class ArchiveFinder {
    private final Installation here;
    private final Optional<String> only;

    public ArchiveFinder(Installation here) {
        this(here, Optional.empty());
    }

    /** @param place the only place whose copies are wanted */
    public ArchiveFinder(Installation here, Optional<String> place) {
        this.here = here;
        this.only = place;
    }

    /**
     * All copies: those of this machine first, those known as damaged last.
     *
     * @throws BackupFault {@code SLOT_EMPTY}, {@code BACKUP_UNKNOWN}
     */
    public List<ArchiveCopy> find(Wanted wanted) {
        return switch (wanted) {
            case Wanted.InFile file -> List.of(new ArchiveCopy.InFile(file.file(), file.called()));
            case Wanted.ById byId -> copies(byId.id(), byId.id().toString());
            case Wanted.InSlot inSlot -> inSlot(inSlot.slot());
            case Wanted.Newest newest -> here.catalog().placedBackups().stream().findFirst()
                    .map(backup -> copies(backup.id(), backup.id().toString()))
                    .orElseThrow(() -> BackupFault.of(FaultCode.SLOT_EMPTY, "00h–23h"));
        };
    }

    /** The newest backup of the slot; where only an archive of another program stands there, that one. */
    private List<ArchiveCopy> inSlot(Slot slot) {
        Optional<CatalogedBackup> newest = here.catalog().placements().stream()
                .filter(placement -> placement.kind() == Kind.SLOT && placement.state() != State.GONE)
                .flatMap(placement -> placement.backup().flatMap(here.catalog()::backup).stream())
                .filter(backup -> backup.slot().equals(slot)).max(Comparator.comparing(CatalogedBackup::orderedAt));
        if (newest.isPresent()) {
            return copies(newest.get().id(), slot.folderName());
        }
        List<ArchiveCopy> found = here.catalog().placements().stream()
                .filter(placement -> placement.name().equals(here.layout().slot(slot)))
                .filter(placement -> placement.state() != State.GONE && known(placement.place()))
                .map(this::atPlace).toList();
        if (found.isEmpty()) {
            throw BackupFault.of(FaultCode.SLOT_EMPTY, slot.folderName());
        }
        return found;
    }

    private List<ArchiveCopy> copies(BackupId id, String asked) {
        List<ArchiveCopy> copies = here.catalog().placementsOf(id).stream()
                .filter(placement -> placement.state() != State.GONE)
                .sorted(Comparator.comparing((Placement placement) -> !placement.held())
                        .thenComparing(placement -> !placement.place().equals(Placement.LOCAL)))
                .filter(placement -> known(placement.place())).map(this::atPlace).toList();
        if (copies.isEmpty()) {
            throw BackupFault.of(FaultCode.BACKUP_UNKNOWN, asked);
        }
        return copies;
    }

    private boolean known(String place) {
        if (only.isPresent() && !only.get().equals(place)) {
            return false;
        }
        return place.equals(Placement.LOCAL) || here.remote(place).isPresent();
    }

    private ArchiveCopy atPlace(Placement placement) {
        return new ArchiveCopy.AtPlace(here.place(placement.place()), placement);
    }
}

package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.core.policy.Retention;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;
import java.util.Optional;

/** Notes in the catalog what was just put at a place, as it stands there. */
public final class Placements {
    private final Installation here;

    public Placements(Installation here) {
        this.here = here;
    }

    /** The file under a name at a place, as a placement of that backup. */
    public Placement look(Destination destination, String place, ArchiveName name, Optional<BackupId> backup) {
        StoredArchive stored = destination.list().stream().filter(archive -> archive.name().equals(name)).findFirst()
                .orElseThrow(() -> BackupFault.of(FaultCode.DESTINATION_LIED, destination.name(), name.value()));
        Kind kind = backup.isEmpty() ? Kind.ADOPTED : here.layout().kindOf(name);
        return Placement.found(place, stored, kind, backup, State.HELD);
    }

    /**
     * Moves an archive that another program left under a name that we are about to use out of the way, so that it is
     * kept. Once there are enough backups of our own, it may be replaced.
     */
    public void clearForeign(Destination destination, String place, ArchiveName name) {
        Optional<Placement> foreign = here.catalog().placement(place, name)
                .filter(placement -> placement.kind() == Kind.ADOPTED && placement.state() != State.GONE);
        if (foreign.isEmpty() || here.catalog().placedBackups().size() >= Retention.OWN_BEFORE_ADOPTED) {
            return;
        }
        List<ArchiveName> taken = destination.list().stream().map(StoredArchive::name).toList();
        int number = 0;
        ArchiveName aside = here.layout().adopted(foreign.get().modifiedAt(), here.zone(), number);
        while (taken.contains(aside)) {
            number++;
            aside = here.layout().adopted(foreign.get().modifiedAt(), here.zone(), number);
        }
        destination.setAside(name, aside);
        here.catalog().forget(place, name);
        here.catalog().note(look(destination, place, aside, Optional.empty()));
    }
}

package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.core.policy.Brake;
import br.com.dmbackup.core.policy.SuspectRing;
import br.com.dmbackup.protocol.FaultCode;
import java.util.Optional;

/** Puts a suspicious backup beside the slots, in the ring of three; the oldest of the ring makes room. */
final class SuspectPlace {
    private final Installation here;

    SuspectPlace(Installation here) {
        this.here = here;
    }

    /** Keeps it, and returns the fault that says so. */
    BackupFault keep(MadeArchive made, Brake.Suspicious why) {
        ArchiveName name = SuspectRing.next(here.settings().database().name(), made.place().list());
        made.putAs(name);
        Placement placement = new Placements(here).look(made.place(), made.place().name(), name,
                Optional.of(made.manifest().backup()));
        here.catalog().together(() -> {
            here.catalog().noteMade(CatalogedBackup.of(made.manifest()));
            here.catalog().note(placement);
        });
        return BackupFault.of(FaultCode.BACKUP_SUSPICIOUS, why, made.place().location() + "/" + name);
    }
}

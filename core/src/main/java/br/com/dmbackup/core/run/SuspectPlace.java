package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.core.policy.Brake;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.util.Optional;

/** Puts a suspicious backup beside the slots, in the ring's place of its hour. It is owed to every destination's ring. */
final class SuspectPlace {
    private final Installation here;

    SuspectPlace(Installation here) {
        this.here = here;
    }

    /** Keeps it, and returns the fault that says so. */
    BackupFault keep(MadeArchive made, Brake.Suspicious why) {
        ArchiveName name = here.layout().suspicious(made.manifest().slot());
        Placements placements = new Placements(here);
        placements.clearForeign(made.place(), made.place().name(), name);
        made.commitAs(name);
        Placement placement = placements.look(made.place(), made.place().name(), name,
                Optional.of(made.manifest().backup()));
        here.catalog().together(() -> {
            here.catalog().noteMade(CatalogedBackup.of(made.manifest()));
            here.catalog().note(placement);
            here.catalog().measured(made.manifest().backup(), DumpMeasure.of(made.manifest()),
                    Optional.of(why.in(Messages.in(here.settings().language()))));
            // Should it be accepted, the next archive builds upon it.
            here.catalog().noteIndex(made.manifest().backup(), made.summary().indexSeal());
        });
        return BackupFault.of(FaultCode.BACKUP_SUSPICIOUS, why, made.place().location() + "/" + name);
    }
}

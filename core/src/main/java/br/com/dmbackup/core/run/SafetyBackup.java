package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.StatusText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The backup of the live database that a restore takes before it replaces it: outside the slots, so that it costs none.
 * The three newest are kept.
 */
public final class SafetyBackup {
    private static final int KEPT = 3;

    private final Installation here;
    private final WorkListener listener;

    public SafetyBackup(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * Takes it. A database that is missing or damaged cannot be backed up, which is why it is being restored: of a
     * damaged one that is told, as the file itself is kept. One that is locked or cannot be reached stops the restore.
     *
     * @return where it stands; none where the database is lost
     */
    public Optional<String> take() {
        if (here.engine().checkService() instanceof ServiceStatus.NotReady notReady) {
            refuseUnlessLost(notReady.fault());
            tellNone(notReady.fault());
            return Optional.empty();
        }
        listener.status(StatusText.SAFETY_BACKUP);
        Instant start = here.now();
        ArchiveName name = here.layout().safety(start, here.zone());
        try {
            new ArchiveMaker(here, listener).make(Purpose.SAFETY, start, name, List.of(here.local()), (made, dump) -> {
                made.commit();
                Placement placement = new Placements(here).look(here.local(), Placement.LOCAL, name,
                        Optional.of(made.manifest().backup()));
                here.catalog().noteMade(CatalogedBackup.of(made.manifest()));
                here.catalog().note(placement);
                return placement;
            });
        } catch (BackupFault fault) {
            refuseUnlessLost(fault);
            tellNone(fault);
            return Optional.empty();
        }
        String where = here.local().location() + "/" + name;
        listener.notice(Notice.of(NoticeCode.SAFETY_BACKUP_MADE, where));
        return Optional.of(where);
    }

    /** In the order of their making, whatever the clock showed. */
    private Instant madeAt(Placement placement) {
        return placement.backup().flatMap(here.catalog()::backup).map(CatalogedBackup::orderedAt)
                .orElse(placement.modifiedAt());
    }

    /** Of a database that is gone, or is half of another one, there is nothing to tell: nothing of it is kept. */
    private void tellNone(BackupFault why) {
        if (why.code() == FaultCode.DATABASE_MISSING || why.code() == FaultCode.DATABASE_HALF_RESTORED) {
            return;
        }
        Phrase words = why::text;
        listener.notice(Notice.of(NoticeCode.NO_SAFETY_BACKUP, here.engine().databaseName(), words));
    }

    private static void refuseUnlessLost(BackupFault fault) {
        boolean lost = fault.code() == FaultCode.DATABASE_MISSING || fault.code() == FaultCode.NOT_A_DATABASE
                || fault.code().kind() == FaultKind.INTEGRITY;
        if (!lost) {
            throw fault;
        }
    }

    /** Keeps the newest; called when the restore is over, for it may have restored one of the others. */
    public void dropOldest() {
        List<Placement> safety = here.catalog().placementsAt(Placement.LOCAL).stream()
                .filter(placement -> placement.kind() == Kind.SAFETY)
                .sorted(Comparator.comparing(this::madeAt).reversed()).toList();
        for (Placement old : safety.subList(Math.min(KEPT, safety.size()), safety.size())) {
            here.local().remove(old.name());
            here.catalog().forget(Placement.LOCAL, old.name());
        }
    }
}

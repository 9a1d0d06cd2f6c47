package br.com.dmbackup.core.run;

import br.com.dmbackup.core.archive.ArchiveBase;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest good archive in a slot of this machine, whose blocks the next archive takes. One that turns out to be
 * damaged is marked so, and the one before it is tried; with none left the next archive is made all anew.
 */
final class NewestBase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NewestBase.class);
    private static final int MOST_TRIED = 3;

    private final Installation here;
    private final List<BackupFault> troubles = new ArrayList<>();
    private @Nullable ArchiveBase archive;
    private @Nullable Placement placement;

    private NewestBase(Installation here) {
        this.here = here;
    }

    static NewestBase open(Installation here) {
        var base = new NewestBase(here);
        List<Placement> newestFirst = slots(here).limit(MOST_TRIED).toList();
        // The same blocks in fewer bytes, if the machine was idle for long enough.
        base.archive = newestFirst.stream().limit(1).flatMap(slot -> slot.backup().stream())
                .flatMap(id -> new BlockPool(here).of(id).stream()).findFirst().orElse(null);
        if (base.archive != null) {
            return base;
        }
        for (Placement candidate : newestFirst) {
            if (base.opens(candidate)) {
                break;
            }
        }
        return base;
    }

    /** The slots of this machine that hold a backup, the newest first. */
    static Stream<Placement> slots(Installation here) {
        return here.catalog().placedBackups().stream().map(CatalogedBackup::id)
                .flatMap(id -> slotOf(here, id).stream());
    }

    private static Optional<Placement> slotOf(Installation here, BackupId backup) {
        return here.catalog().placementsOf(backup).stream()
                .filter(found -> found.kind() == Kind.SLOT && found.held() && found.place().equals(Placement.LOCAL))
                .findFirst();
    }

    private boolean opens(Placement candidate) {
        try {
            archive = ArchiveBase.open(here.local().open(candidate.name()), candidate.name().value(),
                    candidate.backup().flatMap(here.catalog()::indexSeal));
            placement = candidate;
            return true;
        } catch (BackupFault fault) {
            LOG.warn("{} cannot be built upon", candidate.name(), fault);
            if (fault.code().kind() == FaultKind.INTEGRITY) {
                here.catalog().note(candidate.in(State.DAMAGED));
                troubles.add(fault);
            }
            return false;
        }
    }

    /** Whose blocks may be taken. */
    Optional<ArchiveBase> archive() {
        return Optional.ofNullable(archive);
    }

    /** What was found to be wrong with earlier archives; asked when the new one is written. */
    List<BackupFault> troubles() {
        ArchiveBase opened = archive;
        Placement taken = placement;
        if (opened != null && taken != null) {
            opened.trouble().ifPresent(trouble -> {
                here.catalog().note(taken.in(State.DAMAGED));
                troubles.add(trouble);
            });
        }
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        if (archive != null) {
            archive.close();
        }
    }
}

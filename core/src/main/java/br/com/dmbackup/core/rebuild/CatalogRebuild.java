package br.com.dmbackup.core.rebuild;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.deliver.DeliveryTurns;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills the catalog from the archives at every place. The caller holds the home's lock. */
public final class CatalogRebuild {
    private final Installation here;
    private final WorkListener listener;

    public CatalogRebuild(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /** Looks into every archive of every place that can be reached: this machine first. */
    public List<RebuiltPlace> rebuild() {
        here.catalog().damagedPredecessor()
                .ifPresent(aside -> listener.notice(Notice.of(NoticeCode.CATALOG_REBUILT, aside.toString())));
        List<RebuiltPlace> rebuilt = new ArrayList<>();
        rebuilt.add(rebuild(Placement.LOCAL, here.local()));
        try (DeliveryTurns turns = new DeliveryTurns(here, "catalog rebuild")) {
            for (Destination remote : here.remotes()) {
                Optional<BackupFault> refused = turns.refused(remote.name());
                rebuilt.add(refused.isPresent() ? found(remote.name(), refused) : rebuild(remote.name(), remote));
            }
        }
        return rebuilt;
    }

    /** All or nothing for one place, so that a destination that is away, or goes away, loses nothing. */
    private RebuiltPlace rebuild(String place, Destination destination) {
        Catalog catalog = here.catalog();
        try {
            List<Notice> notices = new ArrayList<>();
            catalog.together(() -> {
                List<Placement> before = catalog.placementsAt(place);
                before.forEach(known -> catalog.forget(place, known.name()));
                notices.addAll(new Reconciliation(catalog, here.layout()).reconcile(place, destination));
                before.forEach(this::keepWhatOnlyReadingTells);
            });
            notices.forEach(listener::notice);
            return found(place, Optional.empty());
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.CANCELLED || fault.code() == FaultCode.CATALOG_UNUSABLE) {
                throw fault;
            }
            return found(place, Optional.of(fault));
        }
    }

    /** Damage inside, and that there was none: a look at the outside of a file that is still the same tells neither. */
    private void keepWhatOnlyReadingTells(Placement before) {
        here.catalog().placement(before.place(), before.name()).filter(Placement::held)
                .filter(found -> found.sameFileAs(before))
                .ifPresent(found -> here.catalog().note(before.state() == State.DAMAGED
                        ? found.in(State.DAMAGED)
                        : before.verifiedAt().map(found::verifiedAt).orElse(found)));
    }

    private RebuiltPlace found(String place, Optional<BackupFault> fault) {
        int backups = 0;
        int foreign = 0;
        int damaged = 0;
        for (Placement placement : here.catalog().placementsAt(place)) {
            if (placement.state() == State.DAMAGED) {
                damaged++;
            } else if (placement.kind() == Placement.Kind.ADOPTED) {
                foreign++;
            } else if (placement.held() && placement.kind() != Placement.Kind.NEWEST) {
                backups++;
            }
        }
        return new RebuiltPlace(place, backups, foreign, damaged, fault);
    }
}

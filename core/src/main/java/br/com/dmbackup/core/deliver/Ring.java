package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.SuspectRing;
import br.com.dmbackup.protocol.NoticeCode;
import java.time.Instant;
import java.util.List;

/** The ring of suspicious backups at a destination: it must never be what a delivery has no room for. */
final class Ring {
    private final Installation here;
    private final Destination destination;
    private final WorkListener listener;

    Ring(Installation here, Destination destination, WorkListener listener) {
        this.here = here;
        this.destination = destination;
        this.listener = listener;
    }

    /**
     * Gives up the oldest for what is to come, and for a good backup the newest, too; but none for an older suspicious one.
     * What was given up stays noted as gone, so that it is not brought again.
     */
    void makeRoom(CatalogedBackup coming, long bytes) {
        long missing = bytes - destination.space().map(Space::freeBytes).orElse(Long.MAX_VALUE);
        if (missing <= 0) {
            return;
        }
        boolean good = here.catalog().suspicion(coming.id()).isEmpty();
        List<SuspectRing.Held<Placement>> ring = held().stream()
                .filter(held -> good || held.orderedAt().isBefore(coming.orderedAt())).toList();
        SuspectRing.forRoom(ring, missing, good).forEach(this::giveUp);
    }

    /** An accepted backup has its slot here now. */
    void leave(BackupId accepted) {
        for (Placement placement : here.catalog().placementsOf(accepted)) {
            if (placement.kind() == Kind.SUSPICIOUS && placement.place().equals(destination.name())) {
                destination.remove(placement.name());
                here.catalog().forget(destination.name(), placement.name());
            }
        }
    }

    private void giveUp(Placement old) {
        destination.remove(old.name());
        here.catalog().note(old.in(State.GONE));
        listener.notice(Notice.of(NoticeCode.SUSPECT_GIVEN_UP, Placement.spoken(destination.name()),
                old.name().value()));
    }

    private List<SuspectRing.Held<Placement>> held() {
        return here.catalog().placementsAt(destination.name()).stream()
                .filter(placement -> placement.kind() == Kind.SUSPICIOUS && placement.state() != State.GONE)
                .map(placement -> new SuspectRing.Held<>(placement, orderedAt(placement), placement.sizeBytes()))
                .toList();
    }

    private Instant orderedAt(Placement placement) {
        return placement.backup().flatMap(here.catalog()::backup).map(CatalogedBackup::orderedAt).orElse(Instant.EPOCH);
    }
}

package br.com.dmbackup.core.expire;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.PlacedSource;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.core.policy.HeldSlot;
import br.com.dmbackup.core.policy.Retention;
import br.com.dmbackup.core.policy.Retention.Safety;
import br.com.dmbackup.core.policy.SuspectRing;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The slots of this machine, when not all of them can stay. The caller holds the home's lock. */
public final class LocalSlots {
    private final Installation here;
    private final WorkListener listener;

    public LocalSlots(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * Gives up what the settings say is too many, and what the next run will need the room of.
     *
     * @param nextRunBytes about what the next run writes on this disk
     */
    public void trim(long nextRunBytes) {
        dropAccepted();
        giveUp(Retention.surplus(held(), here.settings().localSlots(), safety(), ownBackups()));
        giveUpSuspects(nextRunBytes, false);
        giveUpAdopted(nextRunBytes);
        giveUp(Retention.forRoom(held(), missing(nextRunBytes), safety(), ownBackups()));
        giveUpSuspects(nextRunBytes, true);
    }

    /**
     * Gives up suspicious backups, and nothing else, for the run that is to come: the last one may have been suspicious,
     * too, and much larger than a good one.
     */
    public void makeRoom() {
        here.catalog().placedBackups().stream().findFirst().ifPresent(last -> {
            long archive = here.catalog().placementsOf(last.id()).stream().mapToLong(Placement::sizeBytes).max()
                    .orElse(0);
            long next = last.dumpBytes() + archive + archive / 10;
            giveUpSuspects(next, false);
            giveUpSuspects(next, true);
        });
    }

    /** What the ring gives up here is not owed any more either, unless a destination has it. */
    private void giveUpSuspects(long nextRunBytes, boolean newestToo) {
        List<SuspectRing.Held<Placement>> ring = suspects().stream()
                .map(placement -> new SuspectRing.Held<>(placement, orderedAt(placement), placement.sizeBytes()))
                .toList();
        for (Placement old : SuspectRing.forRoom(ring, missing(nextRunBytes), newestToo)) {
            here.local().remove(old.name());
            here.catalog().forget(Placement.LOCAL, old.name());
            listener.notice(Notice.of(NoticeCode.SUSPECT_GIVEN_UP, Placement.spoken(Placement.LOCAL),
                    old.name().value()));
        }
    }

    /** What was accepted, and stopped before it could leave the ring. */
    private void dropAccepted() {
        for (Placement placement : suspects()) {
            boolean inSlot = placement.backup().stream().flatMap(id -> here.catalog().placementsOf(id).stream())
                    .anyMatch(other -> other.held() && other.kind() == Kind.SLOT
                            && other.place().equals(Placement.LOCAL));
            if (inSlot) {
                here.local().remove(placement.name());
                here.catalog().forget(Placement.LOCAL, placement.name());
            }
        }
    }

    private List<Placement> suspects() {
        return here.catalog().placementsAt(Placement.LOCAL).stream()
                .filter(placement -> placement.kind() == Kind.SUSPICIOUS && placement.state() != State.GONE).toList();
    }

    /**
     * What another program left, beside the slots: the oldest first, before any slot of ours, but only when room is short,
     * the newest backup is elsewhere too, and there are enough of our own.
     */
    private void giveUpAdopted(long nextRunBytes) {
        if (safety() != Safety.ELSEWHERE || ownBackups() < Retention.OWN_BEFORE_ADOPTED) {
            return;
        }
        List<Placement> adopted = here.catalog().placementsAt(Placement.LOCAL).stream()
                .filter(placement -> placement.kind() == Kind.ADOPTED && placement.state() != State.GONE
                        && here.layout().setAside(placement.name()))
                .sorted(Comparator.comparing(Placement::modifiedAt)).toList();
        for (Placement old : adopted) {
            if (missing(nextRunBytes) <= 0) {
                return;
            }
            here.local().remove(old.name());
            here.catalog().forget(Placement.LOCAL, old.name());
            listener.notice(Notice.of(NoticeCode.ADOPTED_GIVEN_UP, old.name().value()));
        }
    }

    /**
     * Copies a backup that had to be written elsewhere into its slot here, giving up older ones for the room.
     *
     * @return why it could not be done
     */
    public Optional<BackupFault> bringHome(Placement elsewhere) {
        giveUp(Retention.forRoom(held(), missing(elsewhere.sizeBytes()), Safety.ELSEWHERE, ownBackups()));
        try {
            Placements placements = new Placements(here);
            placements.clearForeign(here.local(), Placement.LOCAL, elsewhere.name());
            put(elsewhere, elsewhere.name());
            placements.clearForeign(here.local(), Placement.LOCAL, here.layout().newest());
            here.local().alias(elsewhere.name(), here.layout().newest());
            here.catalog().note(new Placements(here).look(here.local(), Placement.LOCAL, here.layout().newest(),
                    elsewhere.backup()));
            return Optional.empty();
        } catch (BackupFault fault) {
            return Optional.of(fault.code() == FaultCode.DESTINATION_FULL
                    ? BackupFault.of(FaultCode.LOCAL_FULL, here.local().location(), elsewhere.sizeBytes(), freeBytes())
                    : fault);
        }
    }

    private void put(Placement elsewhere, ArchiveName name) {
        here.local().put(name, new PlacedSource(here.place(elsewhere.place()), elsewhere),
                BackupCheck.encoded(elsewhere.backup().orElseThrow(), name.value()), listener);
        here.catalog().note(new Placements(here).look(here.local(), Placement.LOCAL, name, elsewhere.backup()));
    }

    private void giveUp(List<HeldSlot> slots) {
        for (HeldSlot given : slots) {
            ArchiveName name = here.layout().slot(given.slot());
            here.local().remove(name);
            here.catalog().forget(Placement.LOCAL, name);
            listener.notice(Notice.of(NoticeCode.SLOT_GIVEN_UP, given.slot().folderName(), holderOfNewest()));
            here.machine().checkpoint().reached(Step.SLOT_GIVEN_UP);
        }
    }

    private List<HeldSlot> held() {
        return here.catalog().placementsAt(Placement.LOCAL).stream()
                .filter(placement -> placement.state() != State.GONE)
                .flatMap(placement -> here.layout().slotOf(placement.name())
                        .map(slot -> new HeldSlot(slot, orderedAt(placement), placement.sizeBytes(),
                                placement.kind() == Kind.ADOPTED))
                        .stream())
                .toList();
    }

    /** What is no backup of ours must never pass for the newest, whatever the time of its file. */
    private Instant orderedAt(Placement placement) {
        return placement.backup().flatMap(here.catalog()::backup).map(CatalogedBackup::orderedAt).orElse(Instant.EPOCH);
    }

    private Safety safety() {
        if (here.remotes().isEmpty()) {
            return Safety.HERE_ALONE;
        }
        return holderOfNewest().isEmpty() ? Safety.OWED : Safety.ELSEWHERE;
    }

    /** A destination that has the newest backup; empty when none has. */
    private String holderOfNewest() {
        return here.catalog().placedBackups().stream().findFirst()
                .flatMap(newest -> here.catalog().placementsOf(newest.id()).stream()
                        .filter(placement -> placement.held() && !placement.place().equals(Placement.LOCAL))
                        .map(Placement::place).findFirst())
                .orElse("");
    }

    private int ownBackups() {
        return here.catalog().placedBackups().size();
    }

    private long missing(long neededBytes) {
        return neededBytes - freeBytes();
    }

    private long freeBytes() {
        return here.local().space().map(Space::freeBytes).orElse(Long.MAX_VALUE);
    }
}

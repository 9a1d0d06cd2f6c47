package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.PlacedSource;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.NoticeCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The deliveries to one destination, one after the other. */
final class Delivery {
    private final Installation here;
    private final Destination destination;
    private final WorkListener listener;
    private @Nullable BackupFault sourceFault;

    Delivery(Installation here, Destination destination, WorkListener listener) {
        this.here = here;
        this.destination = destination;
        this.listener = listener;
    }

    /** Clears leftovers, compares the catalog with the place, and so finds what is owed. */
    void seeWhatIsThere() {
        int swept = destination.sweep();
        if (swept > 0) {
            listener.notice(Notice.of(NoticeCode.LEFTOVERS_REMOVED, destination.name(), swept));
        }
        new Reconciliation(here.catalog(), here.layout()).reconcile(destination.name(), destination)
                .forEach(listener::notice);
        Owing.oweMissing(here, destination.name());
    }

    /** A source that turned out damaged on the way; the other deliveries went on. */
    Optional<BackupFault> sourceFault() {
        return Optional.ofNullable(sourceFault);
    }

    /**
     * Brings one backup there.
     *
     * @return false when no sound copy of it is left to bring
     * @throws BackupFault when the destination failed
     */
    boolean make(OwedDelivery owed, Progress progress) {
        BackupId backup = owed.backup().id();
        for (Placement source : sources(backup)) {
            here.machine().checkpoint().reached(Step.DELIVERY_STARTED);
            try {
                put(owed.backup(), source, progress);
                return true;
            } catch (BackupFault fault) {
                if (fault.code().kind() != FaultKind.INTEGRITY || soundSource(source, backup)) {
                    throw fault;
                }
            }
        }
        return false;
    }

    private List<Placement> sources(BackupId backup) {
        Kind kind = suspicious(backup) ? Kind.SUSPICIOUS : Kind.SLOT;
        return here.catalog().placementsOf(backup).stream()
                .filter(placement -> placement.held() && placement.kind() == kind
                        && !placement.place().equals(destination.name()))
                .sorted(Comparator.comparing(placement -> !placement.place().equals(Placement.LOCAL))).toList();
    }

    private boolean suspicious(BackupId backup) {
        return here.catalog().suspicion(backup).isPresent();
    }

    /** Whether it was not the source that was damaged; a damaged one is noted as such and not used again. */
    private boolean soundSource(Placement source, BackupId backup) {
        try {
            BackupCheck.encoded(backup, source.name().value())
                    .check(here.place(source.place()).open(source.name()));
            return true;
        } catch (BackupFault fault) {
            if (fault.code().kind() != FaultKind.INTEGRITY) {
                throw fault;
            }
            here.catalog().note(source.in(State.DAMAGED));
            listener.notice(Notice.of(NoticeCode.ARCHIVE_FOUND_DAMAGED, Placement.spoken(source.place()),
                    source.name().value()));
            sourceFault = fault;
            return false;
        }
    }

    private void put(CatalogedBackup backup, Placement source, Progress progress) {
        boolean suspicious = suspicious(backup.id());
        ArchiveName name = suspicious
                ? here.layout().suspicious(backup.slot())
                : here.layout().slot(backup.slot());
        if (destination instanceof ReceivingDestination receiver) {
            new Handover(here, receiver, listener).make(backup, name, bytesOf(source), progress);
            return;
        }
        new Ring(here, destination, listener).makeRoom(backup, source.sizeBytes());
        Placements placements = new Placements(here);
        placements.clearForeign(destination, destination.name(), name);
        AtomicBoolean checked = new AtomicBoolean();
        ArchiveCheck check = bytes -> {
            BackupCheck.encoded(backup.id(), name.value()).check(bytes);
            checked.set(true);
        };
        destination.put(name, bytesOf(source), check, progress);
        here.machine().checkpoint().reached(Step.DELIVERY_PUT);
        requireThere(backup.id(), name, checked.get());
        if (!suspicious && isNewest(backup)) {
            placements.clearForeign(destination, destination.name(), here.layout().newest());
            destination.alias(name, here.layout().newest());
            here.catalog().note(placements.look(destination, destination.name(), here.layout().newest(),
                    Optional.of(backup.id())));
        }
        here.catalog().note(placements.look(destination, destination.name(), name, Optional.of(backup.id())));
        here.catalog().settle(backup.id(), destination.name());
        if (!suspicious) {
            new Ring(here, destination, listener).leave(backup.id());
        }
        here.machine().checkpoint().reached(Step.DELIVERY_RECORDED);
    }

    private PlacedSource bytesOf(Placement source) {
        return new PlacedSource(here.place(source.place()), source);
    }

    /** Trusts no word of success: what stands under the name must be the backup, checked as far as it was not yet. */
    private void requireThere(BackupId backup, ArchiveName name, boolean checked) {
        try {
            if (checked) {
                try (ArchiveReader reader = ArchiveReader.open(destination.open(name), name.value())) {
                    BackupCheck.requireBackup(reader, backup, name.value());
                }
            } else {
                BackupCheck.encoded(backup, name.value()).check(destination.open(name));
            }
        } catch (BackupFault fault) {
            if (fault.code().kind() == FaultKind.INTEGRITY || fault.code().kind() == FaultKind.USER) {
                noteOtherBytes(backup, name);
                throw BackupFault.of(FaultCode.DESTINATION_LIED, destination.name(), name.value()).causedBy(fault);
            }
            throw fault;
        }
    }

    /**
     * What stands under the name now, unless it is what stood there before, is not the backup, whatever its manifest says:
     * so it is still owed.
     */
    private void noteOtherBytes(BackupId backup, ArchiveName name) {
        Optional<Placement> before = here.catalog().placement(destination.name(), name);
        Placements placements = new Placements(here);
        Placement there = placements.look(destination, destination.name(), name, before.flatMap(Placement::backup));
        if (before.filter(there::sameFileAs).isEmpty()) {
            here.catalog().note(placements.look(destination, destination.name(), name, Optional.of(backup))
                    .in(State.DAMAGED));
        }
    }

    private boolean isNewest(CatalogedBackup backup) {
        return here.catalog().placement(destination.name(), here.layout().newest()).filter(Placement::held)
                .flatMap(Placement::backup).flatMap(here.catalog()::backup)
                .filter(newest -> newest.newerThan(backup)).isEmpty();
    }
}

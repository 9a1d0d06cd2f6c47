package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.deliver.DeliveryResult;
import br.com.dmbackup.core.deliver.DeliveryTurns;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StagingDestination;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.expire.LocalSlots;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.policy.Brake;
import br.com.dmbackup.core.policy.Renewal;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.StatusText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: the live database into its slot, and on to every destination. */
public final class BackupRun {
    private static final Logger LOG = LoggerFactory.getLogger(BackupRun.class);

    private final Installation here;
    private final WorkListener listener;
    private final Turn turn;
    private final Placements placements;

    public BackupRun(Installation here, WorkListener listener) {
        this(here, listener, Turn.KEPT);
    }

    /** @param turn given up as soon as the backup has its slot, for deliveries may take longer than an hour */
    public BackupRun(Installation here, WorkListener listener, Turn turn) {
        this.here = here;
        this.listener = listener;
        this.turn = turn;
        this.placements = new Placements(here);
    }

    /** Runs, and notes in the catalog how it ended. The caller holds the home's lock. */
    public RunOutcome run() {
        RunNotes notes = new RunNotes(here);
        reached(Step.RUN_STARTED);
        RunOutcome outcome = run(notes);
        reached(Step.RUN_ENDED);
        return outcome;
    }

    private RunOutcome run(RunNotes notes) {
        try (DeliveryTurns turns = new DeliveryTurns(here, "backup")) {
            Placed placed;
            try {
                placed = backUp(notes.start(), turns);
            } catch (BackupFault fault) {
                LOG.warn("backup failed", fault);
                notes.failed(fault);
                if (fault.code() == FaultCode.BACKUP_SUSPICIOUS) {
                    deliverAndTrim(turns);
                }
                return new RunOutcome.Failed(fault);
            }
            return finish(placed, notes, turns);
        }
    }

    private Placed backUp(Instant start, DeliveryTurns turns) {
        here.tidy(listener);
        here.dropLeftovers(listener);
        listener.status(StatusText.CHECKING_SERVICE);
        if (here.engine().checkService() instanceof ServiceStatus.NotReady notReady) {
            throw notReady.fault();
        }
        listener.status(StatusText.CHECKING_LAST_BACKUP);
        new LocalSlots(here, listener).makeRoom();
        return new ArchiveMaker(here, listener).make(Purpose.SLOT, start,
                here.layout().slot(Slot.of(start, here.zone())), places(turns), this::place);
    }

    /** What comes after a slot was taken: deliveries, and what this disk gives up. */
    RunOutcome finish(Placed placed, RunNotes notes, DeliveryTurns turns) {
        long note = notes.placed(placed);
        if (placed.placement().place().equals(Placement.LOCAL)) {
            turn.giveUp();
        }
        List<DeliveryResult> deliveries;
        try {
            deliveries = new Deliveries(here, listener, turns).makeOwed();
        } catch (BackupFault cancelled) {
            return new RunOutcome.Failed(cancelled);
        }
        // Where another has the home by now, the next run gives up what this one would have.
        if (turn.takeAgain()) {
            long nextRunBytes = placed.manifest().dumpBytes() + placed.placement().sizeBytes();
            placed.trying(() -> new LocalSlots(here, listener).trim(nextRunBytes));
        }
        RunOutcome outcome = outcome(placed, deliveries);
        notes.ended(note, placed, outcome instanceof RunOutcome.Partial partial ? partial.faults() : List.of());
        return outcome;
    }

    /** A suspicious backup is brought away like any other. Nothing that goes wrong in it may hide that it is suspicious. */
    private void deliverAndTrim(DeliveryTurns turns) {
        turn.giveUp();
        try {
            new Deliveries(here, listener, turns).makeOwed();
            if (turn.takeAgain()) {
                new LocalSlots(here, listener).makeRoom();
            }
        } catch (BackupFault fault) {
            LOG.warn("after a suspicious backup", fault);
        }
    }

    /**
     * A backup in its slot.
     *
     * @param faults what went wrong afterwards; it takes nothing back
     */
    record Placed(Manifest manifest, Placement placement, List<BackupFault> faults) {
        void trying(Runnable afterwards) {
            try {
                afterwards.run();
            } catch (BackupFault fault) {
                if (fault.code() == FaultCode.CANCELLED) {
                    throw fault;
                }
                LOG.warn("after the slot was taken", fault);
                faults.add(fault);
            }
        }
    }

    /** This machine first; when its disk is full, the first destination with room. */
    private List<StagingDestination> places(DeliveryTurns turns) {
        Stream<StagingDestination> others = here.remotes().stream()
                .filter(remote -> turns.refused(remote.name()).isEmpty()).filter(StagingDestination.class::isInstance)
                .map(StagingDestination.class::cast);
        return Stream.concat(Stream.of(here.local()), others).toList();
    }

    private Placed place(MadeArchive made, Dump dump) {
        switch (judge(made)) {
            case Brake.Normal normal -> {
            }
            case Brake.Suspicious suspicious -> throw new SuspectPlace(here).keep(made, suspicious);
        }
        listener.status(StatusText.CHECKING_ARCHIVE);
        Optional<Instant> notRenewedSince = notRenewedSince(made.manifest());
        ArchiveName name = made.name();
        StagingDestination place = made.place();
        placements.clearForeign(place, place.name(), name);
        made.commit();
        reached(Step.SLOT_PLACED);
        Placed placed = record(made.manifest(), place, name);
        placed.faults().addAll(made.troubles());
        placed.trying(() -> here.catalog().noteIndex(made.manifest().backup(), made.summary().indexSeal()));
        notRenewedSince.ifPresent(since -> listener
                .notice(Notice.of(NoticeCode.DUMP_NOT_RENEWED, made.manifest().engineVersion(), since)));
        placed.trying(() -> linkNewest(made.manifest(), place, name));
        placed.trying(() -> new ArchiveMaker(here, listener).keep(dump));
        return placed;
    }

    private Brake.Verdict judge(MadeArchive made) {
        Manifest manifest = made.manifest();
        List<DumpMeasure> good = here.catalog().goodMeasures(manifest.engine(), manifest.database(), Brake.HISTORY);
        return new Brake(good, here.engine().countsEveryTable()).judge(DumpMeasure.of(manifest),
                here.engine().recognises(made.head()));
    }

    /** Asked before the backup is noted: it must not be compared with itself. */
    private Optional<Instant> notRenewedSince(Manifest manifest) {
        Optional<Renewal.Known> last = here.catalog().placedBackups().stream().findFirst()
                .map(backup -> new Renewal.Known(backup.dumpDigest(), backup.dumpMadeAt()));
        return Renewal.notSince(new Renewal.Known(manifest.dumpDigest(), manifest.dumpMadeAt()),
                manifest.startedAt(), last);
    }

    /** Notes the slot in the catalog: from now on the backup is owed to every destination. */
    Placed record(Manifest manifest, Destination place, ArchiveName name) {
        Placement placement = placements.look(place, place.name(), name, Optional.of(manifest.backup()));
        here.catalog().together(() -> {
            here.catalog().noteMade(CatalogedBackup.of(manifest));
            here.catalog().note(placement);
            here.catalog().measured(manifest.backup(), DumpMeasure.of(manifest), Optional.empty());
            here.catalog().trusted(manifest.backup());
        });
        reached(Step.BACKUP_RECORDED);
        return new Placed(manifest, placement, new ArrayList<>());
    }

    /** Gives it the name under which a person looks for the newest. */
    void linkNewest(Manifest manifest, Destination place, ArchiveName name) {
        placements.clearForeign(place, place.name(), here.layout().newest());
        place.alias(name, here.layout().newest());
        here.catalog().note(placements.look(place, place.name(), here.layout().newest(),
                Optional.of(manifest.backup())));
        reached(Step.NEWEST_LINKED);
    }

    private RunOutcome outcome(Placed placed, List<DeliveryResult> deliveries) {
        List<BackupFault> faults = new ArrayList<>(placed.faults());
        List<String> delivered = new ArrayList<>();
        for (DeliveryResult delivery : deliveries) {
            delivery.fault().ifPresentOrElse(faults::add, () -> delivered.add(delivery.destination()));
        }
        if (!placed.placement().place().equals(Placement.LOCAL)) {
            listener.notice(Notice.of(NoticeCode.WRITTEN_ELSEWHERE, placed.placement().place()));
            new LocalSlots(here, listener).bringHome(placed.placement()).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            return new RunOutcome.Partial(placed.manifest(), placed.placement(), delivered, faults);
        }
        listener.status(here.remotes().isEmpty() ? StatusText.DONE_LOCALLY : StatusText.COPIED);
        return new RunOutcome.Succeeded(placed.manifest(), placed.placement(), delivered);
    }

    private void reached(Step step) {
        here.machine().checkpoint().reached(step);
    }
}

package br.com.dmbackup.core.run;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.deliver.DeliveryTurns;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.PlacedSource;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.StatusText;
import java.util.Comparator;
import java.util.Optional;

/**
 * Lets the newest suspicious backup take its slot after all, because a person looked and found it right: after a great
 * clean-up of the database, for instance. From then on the brake measures against it. At the destinations it leaves the
 * ring for its slot with the delivery. The caller holds the home's lock.
 */
public final class Acceptance {
    private final Installation here;
    private final WorkListener listener;

    private final Turn turn;

    public Acceptance(Installation here, WorkListener listener) {
        this(here, listener, Turn.KEPT);
    }

    /** @param turn given up as soon as the backup has its slot */
    public Acceptance(Installation here, WorkListener listener, Turn turn) {
        this.here = here;
        this.listener = listener;
        this.turn = turn;
    }

    /**
     * Accepts, and delivers.
     *
     * @throws BackupFault {@code NOTHING_SUSPICIOUS} when there is none, or good backups were made since
     */
    public RunOutcome acceptNewest() {
        return accept(Optional.empty());
    }

    /**
     * Accepts the one at which a person looked, and delivers.
     *
     * @throws BackupFault {@code NOTHING_SUSPICIOUS}, {@code SUSPECT_OVERTAKEN} when it is not the newest any more
     */
    public RunOutcome accept(BackupId looked) {
        return accept(Optional.of(looked));
    }

    private RunOutcome accept(Optional<BackupId> looked) {
        RunNotes notes = new RunNotes(here);
        here.tidy(listener);
        Placement suspect = here.catalog().suspiciousBackups().stream().findFirst().filter(this::newest)
                .flatMap(backup -> here.catalog().placementsOf(backup.id()).stream()
                        .filter(placement -> placement.kind() == Kind.SUSPICIOUS && placement.held())
                        .min(Comparator.comparing(placement -> !placement.place().equals(Placement.LOCAL))))
                .orElseThrow(() -> BackupFault.of(FaultCode.NOTHING_SUSPICIOUS));
        if (looked.isPresent() && !suspect.backup().equals(looked)) {
            throw BackupFault.of(FaultCode.SUSPECT_OVERTAKEN);
        }
        BackupRun run = new BackupRun(here, listener, turn);
        try (DeliveryTurns turns = new DeliveryTurns(here, "accept")) {
            return run.finish(place(suspect, run), notes, turns);
        }
    }

    private boolean newest(CatalogedBackup suspect) {
        return here.catalog().placedBackups().stream().noneMatch(placed -> placed.newerThan(suspect));
    }

    private BackupRun.Placed place(Placement suspect, BackupRun run) {
        BackupId backup = suspect.backup().orElseThrow();
        Manifest manifest = manifest(suspect);
        ArchiveName slot = here.layout().slot(manifest.slot());
        listener.status(StatusText.CHECKING_ARCHIVE);
        new Placements(here).clearForeign(here.local(), Placement.LOCAL, slot);
        here.local().put(slot, new PlacedSource(here.place(suspect.place()), suspect),
                BackupCheck.encoded(backup, slot.value()), listener);
        BackupRun.Placed placed = run.record(manifest, here.local(), slot);
        placed.trying(() -> run.linkNewest(manifest, here.local(), slot));
        if (suspect.place().equals(Placement.LOCAL)) {
            here.local().remove(suspect.name());
            here.catalog().forget(Placement.LOCAL, suspect.name());
        }
        return placed;
    }

    private Manifest manifest(Placement suspect) {
        try (ArchiveReader reader = ArchiveReader.open(here.place(suspect.place()).open(suspect.name()),
                suspect.name().value())) {
            return reader.manifest()
                    .orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_DAMAGED, suspect.name(),
                            Phrase.of("why.no_manifest")));
        }
    }
}

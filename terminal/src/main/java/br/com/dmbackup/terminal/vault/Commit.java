package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.archive.ArchiveSummary;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.policy.Brake;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.terminal.vault.CommitOutcome.Committed;
import br.com.dmbackup.terminal.vault.CommitOutcome.StillMissing;
import br.com.dmbackup.terminal.vault.protection.Judgement;
import br.com.dmbackup.terminal.vault.protection.Protection;
import br.com.dmbackup.terminal.vault.shelf.Contents;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import br.com.dmbackup.terminal.vault.shelf.ShelfReading;
import br.com.dmbackup.terminal.vault.spool.BlockKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One commit, from the plan to the archive in its place. The caller holds the store's lock. */
final class Commit {
    /** So much stays free on the disk, for what else must be written there. */
    static final long ALWAYS_FREE = 16L << 20;

    private final Store store;
    private final Plan plan;
    private final Admissions admissions;
    private final Progress progress;

    Commit(Store store, CommitPlan asked, Admissions admissions, Progress progress) {
        this.store = store;
        this.plan = Plan.of(asked, store.folder());
        this.admissions = admissions;
        this.progress = progress;
    }

    CommitOutcome run() throws IOException {
        Optional<HeldArchive> there = there(plan.asked().name());
        if (there.isPresent()) {
            return committed(there.get(), Optional.empty());
        }
        requireItsTurn();
        while (true) {
            try (var reading = new ShelfReading(store.shelf())) {
                Survey survey = Survey.of(plan, store, reading);
                return survey.missing().isEmpty() ? make(survey, reading) : new StillMissing(survey.missing());
            } catch (Assembly.WrongBlock wrong) {
                if (wrong.archive().isPresent()) {
                    HeldArchive archive = wrong.archive().get();
                    store.told(BackupFault.of(FaultCode.TERMINAL_ARCHIVE_DAMAGED, archive.name().value()));
                    store.shelf().damaged(archive);
                }
            }
        }
    }

    /** The very backup, where it stands under that name already. */
    private Optional<HeldArchive> there(ArchiveName name) {
        return store.shelf().at(name).filter(archive -> !archive.damaged())
                .filter(archive -> archive.contents().filter(this::isThis).isPresent());
    }

    private boolean isThis(Contents contents) {
        return contents.backup().equals(plan.manifest().backup())
                && contents.dumpDigest().equals(plan.manifest().dumpDigest());
    }

    private void requireItsTurn() {
        long now = store.now();
        long usual = store.shelf().goodNewestFirst().stream()
                .filter(archive -> archive.acceptedAt() <= now - Protection.DAY).mapToLong(HeldArchive::sizeBytes)
                .max().orElse(0);
        store.stamps().arrivals().pause(now, usual).ifPresent(minutes -> {
            throw store.told(BackupFault.of(FaultCode.TERMINAL_TOO_OFTEN, store.name(), minutes));
        });
    }

    private CommitOutcome make(Survey survey, ShelfReading reading) throws IOException, Assembly.WrongBlock {
        Optional<Phrase> suspicion = suspicion(survey);
        boolean apart = plan.doubted() || suspicion.isPresent();
        if (apart) {
            Optional<HeldArchive> there = there(store.folder().layout().suspicious(plan.slot()));
            if (there.isPresent()) {
                return committed(there.get(), suspicion);
            }
        }
        requireRoom(survey.archiveBytes(plan), apart);
        Path file = store.unfinished(plan.slot().folderName());
        ArchiveSummary summary = new Assembly(store, plan, admissions, progress).write(file, survey, reading);
        HeldArchive placed = store.together(() -> {
            ArchiveName name = apart
                    ? store.folder().layout().suspicious(plan.slot())
                    : store.folder().layout().slot(plan.slot());
            long stamp = store.shelf().announce(name, summary.indexSeal(), store.now(), summary.archiveBytes());
            store.reached(VaultStep.ARCHIVE_NOTED);
            HeldArchive there = place(file, apart, stamp);
            settle();
            return there;
        });
        suspicion.ifPresent(why -> store
                .told(BackupFault.of(FaultCode.BACKUP_SUSPICIOUS, why, placed.name().value())));
        return committed(placed, suspicion);
    }

    private Optional<Phrase> suspicion(Survey survey) {
        List<DumpMeasure> good = store.shelf().goodNewestFirst().stream()
                .flatMap(archive -> archive.contents().stream()).map(Contents::measure).toList();
        DumpMeasure dump = DumpMeasure.of(plan.manifest().withTraits(survey.traits()));
        return switch (Judgement.of(dump, good)) {
            case Brake.Normal normal -> Optional.empty();
            case Brake.Suspicious suspicious -> Optional.of(suspicious);
        };
    }

    private void requireRoom(long archiveBytes, boolean apart) throws IOException {
        long needed = archiveBytes + ALWAYS_FREE;
        if (needed > store.space().freeBytes()) {
            new LettingGo(store).unprotected();
        }
        if (needed > store.space().freeBytes() && !apart) {
            new LettingGo(store).ringForRoom(needed - store.space().freeBytes());
        }
        long free = store.space().freeBytes();
        if (needed > free) {
            throw store.told(BackupFault.of(FaultCode.TERMINAL_FULL, store.folder().root(), needed, free));
        }
    }

    private HeldArchive place(Path file, boolean apart, long stamp) throws IOException {
        var placing = new Placing(store);
        HeldArchive placed = apart
                ? placing.inRing(file, plan.slot(), stamp)
                : placing.inSlot(file, plan.slot(), stamp);
        new Newest(store).link();
        store.reached(VaultStep.NEWEST_LINKED);
        return placed;
    }

    /** What is in an archive now does not wait any more. */
    private void settle() throws IOException {
        PlannedBlocks blocks = plan.asked().blocks();
        for (int number = 0; number < blocks.count(); number++) {
            store.spool().taken(BlockKey.of(blocks.sha256(number)));
        }
        store.reached(VaultStep.SPOOL_SETTLED);
    }

    private CommitOutcome committed(HeldArchive archive, Optional<Phrase> suspicion) {
        return new Committed(Listing.line(archive, Listing.kindOf(archive, new LettingGo(store).protection())),
                plan.manifest().backup(), plan.manifest().dumpDigest(), suspicion);
    }
}

package br.com.dmbackup.core.restore;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.StreamRestore;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.StatusText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Brings one archive's dump back into a database of its own: what restores and drills have in common. */
public final class DumpRestore {
    private final Installation here;
    private final WorkListener listener;

    public DumpRestore(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * A restored database, not yet swapped in or dropped.
     *
     * @param copy the copy that served
     */
    public record Restored(ArchiveCopy copy, Optional<Manifest> manifest, RestoredDatabase database,
            RowComparison comparison) {}

    /**
     * Restores from the first copy that is right; damaged ones are noted and passed over.
     *
     * @throws BackupFault the last copy's fault
     */
    public Restored from(List<ArchiveCopy> copies, RestoreTarget target) {
        for (int i = 0;; i++) {
            ArchiveCopy copy = copies.get(i);
            try {
                return from(copy, target);
            } catch (BackupFault fault) {
                boolean another = i + 1 < copies.size();
                if (!mayBeTheCopy(fault) || !another) {
                    noteDamage(copy, fault);
                    throw fault;
                }
                noteDamage(copy, fault);
                listener.notice(Notice.of(NoticeCode.ARCHIVE_FOUND_DAMAGED, Placement.spoken(copy.placement()
                        .map(Placement::place).orElse("")), copy.description()));
            }
        }
    }

    private static boolean mayBeTheCopy(BackupFault fault) {
        return switch (fault.code()) {
            case ARCHIVE_MISSING, ARCHIVE_TRUNCATED, ARCHIVE_DAMAGED, NOT_AN_ARCHIVE, DESTINATION_MISSING,
                    DESTINATION_LOST, DESTINATION_SILENT, DESTINATION_FAILED, FILE_UNREADABLE ->
                true;
            default -> false;
        };
    }

    private void noteDamage(ArchiveCopy copy, BackupFault fault) {
        if (fault.code() == FaultCode.ARCHIVE_DAMAGED || fault.code() == FaultCode.ARCHIVE_TRUNCATED) {
            copy.placement().ifPresent(where -> here.catalog().note(where.in(State.DAMAGED)));
        }
    }

    private Restored from(ArchiveCopy copy, RestoreTarget target) {
        listener.status(StatusText.READING_ARCHIVE);
        try (ArchiveReader reader = copy.open()) {
            BackupCheck.requireNoted(reader, copy);
            Optional<Manifest> manifest = reader.manifest();
            manifest.ifPresent(this::requireSameEngine);
            RestoredDatabase database = restore(reader, target, copy);
            database.notices().forEach(listener::notice);
            RowComparison comparison = manifest
                    .map(told -> RowComparison.of(told.rowCounts(), database.rowCounts(),
                            here.engine().countsUnfinishedWork()))
                    .orElse(RowComparison.NONE);
            if (!comparison.unfinished().isEmpty()) {
                listener.notice(Notice.of(NoticeCode.ROWS_OF_UNFINISHED_WORK,
                        String.join("; ", comparison.unfinished())));
            }
            return new Restored(copy, manifest, database, comparison);
        }
    }

    private void requireSameEngine(Manifest manifest) {
        boolean ofAFile = manifest.purpose() == Manifest.Purpose.FILE;
        if (!ofAFile && !manifest.engine().equals(here.engine().kind())) {
            throw BackupFault.of(FaultCode.ENGINE_MISMATCH, manifest.engine(), here.engine().kind());
        }
    }

    private RestoredDatabase restore(ArchiveReader reader, RestoreTarget target, ArchiveCopy copy) {
        try (Restore restore = here.engine().restore(target, reader.dumpBytes(), here.home().stagingFolder())) {
            listener.status(StatusText.RESTORING);
            switch (restore) {
                case FileRestore file -> reader.extractTo(file.dumpFile(), listener);
                case StreamRestore stream -> pour(reader, stream.sink());
            }
            here.machine().checkpoint().reached(Step.RESTORE_BYTES_WRITTEN);
            listener.status(StatusText.CHECKING_DATABASE);
            return finish(restore, copy);
        }
    }

    /** What is no database came out of the archive; the database in use must not be blamed for it. */
    private RestoredDatabase finish(Restore restore, ArchiveCopy copy) {
        try {
            return restore.finish();
        } catch (BackupFault fault) {
            if (fault.code() != FaultCode.NOT_A_DATABASE) {
                throw fault;
            }
            BackupFault told = BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, here.engine().databaseName(),
                    Phrase.of("why.no_database", copy.description(), here.engine().kind())).causedBy(fault);
            throw fault.foreignCode().map(told::withForeignCode).orElse(told);
        }
    }

    private void pour(ArchiveReader reader, OutputStream sink) {
        try (OutputStream buffered = new BufferedOutputStream(sink, 1 << 16)) {
            reader.extractTo(buffered, listener);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, here.engine().databaseName(), FileWords.of(e)).causedBy(e);
        }
    }

}

package br.com.dmbackup.core.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.StatusText;
import java.util.List;
import java.util.Optional;

/**
 * The part of a restore in which the live database is replaced: beside it and then swapped in, or, when there is no room
 * for two and a person allowed it, by overwriting it.
 */
final class Replacing {
    private final Installation here;
    private final WorkListener listener;
    private final Room room;

    Replacing(Installation here, WorkListener listener, Room room) {
        this.here = here;
        this.listener = listener;
        this.room = room;
    }

    /** @param kept where the old database is kept */
    record Replaced(DumpRestore.Restored by, Optional<String> kept) {}

    /** @param safetyCopy where the safety backup stands */
    Replaced by(List<ArchiveCopy> copies, Optional<String> safetyCopy) {
        Optional<BackupFault> halfRestored = halfRestored();
        if (halfRestored.isPresent()) {
            if (room == Room.BESIDE) {
                throw halfRestored.get();
            }
            return overwrite(copies, safetyCopy);
        }
        DumpRestore.Restored restored;
        try {
            restored = new DumpRestore(here, listener).from(copies, new RestoreTarget.Replacement());
        } catch (BackupFault fault) {
            if (fault.code() != FaultCode.SERVER_DISK_FULL || !here.engine().canOverwrite()) {
                throw fault;
            }
            if (room == Room.BESIDE) {
                throw noRoom(fault);
            }
            return overwrite(copies, safetyCopy);
        }
        reached(Step.RESTORE_CHECKED);
        listener.status(StatusText.REPLACING_DATABASE);
        return new Replaced(restored, swap(restored));
    }

    /** Such a one cannot be renamed, and nothing in it is worth to be kept. */
    private Optional<BackupFault> halfRestored() {
        return here.engine().checkService() instanceof ServiceStatus.NotReady notReady
                && notReady.fault().code() == FaultCode.DATABASE_HALF_RESTORED
                        ? Optional.of(notReady.fault())
                        : Optional.empty();
    }

    private BackupFault noRoom(BackupFault full) {
        BackupFault told = BackupFault.of(FaultCode.NO_ROOM_BESIDE, here.engine().databaseName(),
                (Phrase) full::text).causedBy(full);
        return full.foreignCode().map(told::withForeignCode).orElse(told);
    }

    private Optional<String> swap(DumpRestore.Restored restored) {
        try {
            return here.engine().swapIn(restored.database());
        } catch (RuntimeException e) {
            here.engine().drop(restored.database());
            throw e;
        }
    }

    /**
     * Restores over the live database, of which a safety backup stands unless it was lost already.
     *
     * @throws BackupFault {@code OVERWRITE_BROKEN} with the copy from which it can be brought back
     */
    private Replaced overwrite(List<ArchiveCopy> copies, Optional<String> safetyCopy) {
        listener.status(StatusText.REPLACING_DATABASE);
        try {
            DumpRestore.Restored restored = new DumpRestore(here, listener).from(copies, new RestoreTarget.InPlace());
            reached(Step.RESTORE_CHECKED);
            listener.notice(Notice.of(NoticeCode.DATABASE_OVERWRITTEN, here.engine().databaseName()));
            return new Replaced(restored, Optional.empty());
        } catch (BackupFault fault) {
            if (fault.code() != FaultCode.OVERWRITE_BROKEN) {
                throw fault;
            }
            BackupFault told = BackupFault.of(FaultCode.OVERWRITE_BROKEN, fault.arguments()[0], fault.arguments()[1],
                    safetyCopy.orElseGet(() -> copies.getFirst().description())).causedBy(fault);
            throw fault.foreignCode().map(told::withForeignCode).orElse(told);
        }
    }

    private void reached(Step step) {
        here.machine().checkpoint().reached(step);
    }
}

package br.com.dmbackup.core.restore;

import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.ArchiveFinder;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.run.SafetyBackup;
import br.com.dmbackup.protocol.StatusText;
import java.util.List;
import java.util.Optional;

/** Restores a backup: as a new database, or in the live one's place. The caller holds the home's lock. */
public final class DatabaseRestore {
    private final Installation here;
    private final WorkListener listener;

    public DatabaseRestore(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * Restores beside everything that exists.
     *
     * @param name the engine's way to name a new database: a path for SQLite
     */
    public RestoreOutcome toNew(Wanted wanted, String name) {
        reached(Step.RESTORE_STARTED);
        here.tidy(listener);
        here.dropLeftovers(listener);
        DumpRestore.Restored restored = new DumpRestore(here, listener).from(new ArchiveFinder(here).find(wanted),
                new RestoreTarget.NewDatabase(name));
        reached(Step.RESTORE_ENDED);
        return outcome(restored, Optional.empty());
    }

    /** Restores in the live database's place; the old one is kept until the person lets it go. */
    public RestoreOutcome replacing(Wanted wanted) {
        reached(Step.RESTORE_STARTED);
        here.engine().requireReplaceable();
        here.tidy(listener);
        here.dropLeftovers(listener);
        List<ArchiveCopy> copies = new ArchiveFinder(here).find(wanted);
        SafetyBackup safety = new SafetyBackup(here, listener);
        safety.take();
        reached(Step.RESTORE_SAFETY_TAKEN);
        DumpRestore.Restored restored = new DumpRestore(here, listener).from(copies, new RestoreTarget.Replacement());
        reached(Step.RESTORE_CHECKED);
        listener.status(StatusText.REPLACING_DATABASE);
        Optional<String> kept = swap(restored);
        reached(Step.RESTORE_SWAPPED);
        safety.dropOldest();
        reached(Step.RESTORE_ENDED);
        return outcome(restored, kept);
    }

    private Optional<String> swap(DumpRestore.Restored restored) {
        try {
            return here.engine().swapIn(restored.database());
        } catch (RuntimeException e) {
            here.engine().drop(restored.database());
            throw e;
        }
    }

    private static RestoreOutcome outcome(DumpRestore.Restored restored, Optional<String> kept) {
        return new RestoreOutcome(restored.copy().description(), restored.manifest(), restored.database(),
                restored.comparison(), kept);
    }

    private void reached(Step step) {
        here.machine().checkpoint().reached(step);
    }
}

package br.com.dmbackup.core.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.ArchiveFinder;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.Replacing.Replaced;
import br.com.dmbackup.core.run.SafetyBackup;
import br.com.dmbackup.protocol.FaultCode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Restores a backup: as a new database, or in the live one's place. The caller holds the home's lock. */
public final class DatabaseRestore {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    private final Installation here;
    private final WorkListener listener;
    private final Optional<String> place;

    public DatabaseRestore(Installation here, WorkListener listener) {
        this(here, listener, Optional.empty());
    }

    /** @param place the only place whose copies are taken */
    public DatabaseRestore(Installation here, WorkListener listener, Optional<String> place) {
        this.place = place;
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
        DumpRestore.Restored restored = new DumpRestore(here, listener).from(
                new ArchiveFinder(here, place).find(wanted),
                new RestoreTarget.NewDatabase(name));
        reached(Step.RESTORE_ENDED);
        return outcome(restored, Optional.empty());
    }

    /** Restores beside the live database, under a name that tells of the moment. */
    public RestoreOutcome beside(Wanted wanted) {
        return toNew(wanted, here.engine().nameBeside("restaurado_" + STAMP.format(here.now().atZone(here.zone()))));
    }

    /** Restores in the live database's place; the old one is kept until the person lets it go. */
    public RestoreOutcome replacing(Wanted wanted) {
        return replacing(wanted, Room.BESIDE);
    }

    /** Restores in the live database's place, as {@link #replacing(Wanted)}, or where a person allowed it over it. */
    public RestoreOutcome replacing(Wanted wanted, Room room) {
        reached(Step.RESTORE_STARTED);
        here.engine().requireReplaceable();
        if (room == Room.IN_PLACE_WHERE_NEEDED && !here.engine().canOverwrite()) {
            throw BackupFault.of(FaultCode.IN_PLACE_UNSUPPORTED, here.engine().kind());
        }
        here.tidy(listener);
        here.dropLeftovers(listener);
        List<ArchiveCopy> copies = new ArchiveFinder(here, place).find(wanted);
        SafetyBackup safety = new SafetyBackup(here, listener);
        Optional<String> safetyCopy = safety.take();
        reached(Step.RESTORE_SAFETY_TAKEN);
        Replaced replaced = new Replacing(here, listener, room).by(copies, safetyCopy);
        reached(Step.RESTORE_SWAPPED);
        safety.dropOldest();
        reached(Step.RESTORE_ENDED);
        return outcome(replaced.by(), replaced.kept());
    }

    private static RestoreOutcome outcome(DumpRestore.Restored restored, Optional<String> kept) {
        return new RestoreOutcome(restored.copy().description(), restored.manifest(), restored.database(),
                restored.comparison(), kept);
    }

    private void reached(Step step) {
        here.machine().checkpoint().reached(step);
    }
}

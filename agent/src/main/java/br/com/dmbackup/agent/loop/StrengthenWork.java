package br.com.dmbackup.agent.loop;

import br.com.dmbackup.agent.work.StrengthenJob;
import br.com.dmbackup.agent.work.Work;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Once for each backup, when the machine is quiet: its blocks in fewer bytes, for the next one. Gives way to anything. */
final class StrengthenWork {
    private final Work work;
    private final Quiet quiet;
    private Optional<BackupId> tried = Optional.empty();
    private AtomicBoolean stop = new AtomicBoolean();

    StrengthenWork(Work work, Quiet quiet) {
        this.work = work;
        this.quiet = quiet;
    }

    /** Starts it where nothing else is under way. */
    boolean start(Installation here, Sound sound) {
        Optional<BackupId> newest = here.catalog().placedBackups().stream().findFirst().map(CatalogedBackup::id);
        // The processors are asked only until the one answer after each backup.
        if (newest.isEmpty() || newest.equals(tried) || !work.idle() || !quiet.now()) {
            return false;
        }
        var given = new AtomicBoolean();
        boolean started = work.start(new StrengthenJob(given::get), sound, end -> {});
        if (started) {
            tried = newest;
            stop = given;
        }
        return started;
    }

    /** Ends it within a second; what it has done is thrown away. */
    void stop() {
        stop.set(true);
    }
}

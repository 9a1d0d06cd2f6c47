package br.com.dmbackup.core.run;

import br.com.dmbackup.core.archive.ArchiveSummary;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.core.destination.StagingDestination;
import br.com.dmbackup.core.installation.BackupCheck;
import java.util.List;

/**
 * A finished archive that does not have its name yet. Closing it without {@link #commit} removes it.
 *
 * @param name the name it was made for
 * @param place where it stands
 * @param head the dump's first bytes
 * @param troubles what was found to be wrong with earlier archives meanwhile; it takes nothing from this one
 */
@SuppressWarnings("ArrayRecordComponent")
record MadeArchive(ArchiveName name, Manifest manifest, ArchiveSummary summary, byte[] head, StagingDestination place,
        Staging staging, List<BackupFault> troubles)
        implements
            AutoCloseable {

    MadeArchive with(List<BackupFault> found) {
        return new MadeArchive(name, manifest, summary, head, place, staging, found);
    }

    /** Reads it back and gives it its name. */
    void commit() {
        staging.commit(check());
    }

    /** The same with another name than the one it was made for. */
    void commitAs(ArchiveName other) {
        staging.commitAs(other, check());
    }

    private ArchiveCheck check() {
        return BackupCheck.encoded(manifest.backup(), name.value());
    }

    @Override
    public void close() {
        staging.close();
    }
}

package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.PlacedSource;
import br.com.dmbackup.protocol.StatusText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The copy of a backup that a person takes along: {@code MCDados.zip} in a folder of their choice. The file that stands
 * there stays until the new one was read back.
 */
public final class ManualBackup {
    private final Installation here;
    private final WorkListener listener;

    public ManualBackup(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * What was written.
     *
     * @param replaced the time of the file that stood there before
     */
    public record Copy(Path file, long archiveBytes, Optional<Instant> replaced) {}

    /** Copies a backup that was just made into a folder, which must exist. */
    public Copy copy(Manifest manifest, Placement placement, Path folder) {
        try (Destination destination = here.folders().apply(folder)) {
            return copy(new PlacedSource(here.place(placement.place()), placement), manifest.backup(),
                    here.layout().newest(), destination, listener);
        }
    }

    /** The same for an archive from anywhere, which must be that backup, into an open folder. */
    public static Copy copy(ArchiveSource source, BackupId backup, ArchiveName name, Destination folder,
            WorkListener listener) {
        listener.status(StatusText.COPYING_TO_FOLDER);
        Optional<Instant> replaced = folder.list().stream().filter(stored -> stored.name().equals(name))
                .map(StoredArchive::modifiedAt).findFirst();
        folder.put(name, source, BackupCheck.encoded(backup, name.value()), listener);
        listener.status(StatusText.MANUAL_DONE);
        return new Copy(Path.of(folder.location(), name.value()), source.sizeBytes(), replaced);
    }
}

package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.ArchiveName;
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
        listener.status(StatusText.COPYING_TO_FOLDER);
        ArchiveName name = here.layout().newest();
        try (Destination destination = here.folders().apply(folder)) {
            Optional<Instant> replaced = destination.list().stream().filter(stored -> stored.name().equals(name))
                    .map(StoredArchive::modifiedAt).findFirst();
            destination.put(name, new PlacedSource(here.place(placement.place()), placement),
                    BackupCheck.encoded(manifest.backup(), name.value()), listener);
            listener.status(StatusText.MANUAL_DONE);
            return new Copy(folder.resolve(name.value()), placement.sizeBytes(), replaced);
        }
    }
}

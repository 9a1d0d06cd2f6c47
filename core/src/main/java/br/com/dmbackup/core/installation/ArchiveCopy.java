package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One copy of an archive that can be opened: at a place, or a file somewhere. */
public sealed interface ArchiveCopy {
    /** For a person: where it is, with its name. */
    String description();

    ArchiveReader open();

    /** The placement in the catalog; none for a file. */
    Optional<Placement> placement();

    /** A copy at a place. */
    record AtPlace(Destination destination, Placement where) implements ArchiveCopy {
        @Override
        public String description() {
            return destination.location() + "/" + where.name();
        }

        @Override
        public ArchiveReader open() {
            return ArchiveReader.open(destination.open(where.name()), description());
        }

        @Override
        public Optional<Placement> placement() {
            return Optional.of(where);
        }
    }

    /** A file. */
    record InFile(Path file, String description) implements ArchiveCopy {
        public InFile(Path file) {
            this(file, file.toString());
        }

        @Override
        public ArchiveReader open() {
            if (!Files.isRegularFile(file)) {
                throw BackupFault.of(FaultCode.ARCHIVE_MISSING, description);
            }
            try {
                return ArchiveReader.open(FileChannel.open(file), description());
            } catch (IOException e) {
                throw BackupFault.of(FaultCode.FILE_UNREADABLE, description, FileWords.of(e)).causedBy(e);
            }
        }

        @Override
        public Optional<Placement> placement() {
            return Optional.empty();
        }
    }
}

package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/** A finished archive without its name, as the source of a copy. */
record MadeSource(MadeArchive made) implements ArchiveSource {
    @Override
    public long sizeBytes() {
        return made.summary().archiveBytes();
    }

    @Override
    public Instant modifiedAt() {
        return made.manifest().startedAt();
    }

    @Override
    public SeekableByteChannel open() {
        try {
            return FileChannel.open(made.staging().file());
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, made.staging().file(), FileWords.of(e)).causedBy(e);
        }
    }
}

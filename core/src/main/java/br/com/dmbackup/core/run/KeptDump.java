package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.disk.GentleDeletion;
import br.com.dmbackup.core.disk.SteadyForce;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The newest dump, as it stays beside the archives. Moved there where it stands on the same file system, as that costs
 * nothing; copied where it does not. Either way the old one stays until the new one is whole.
 */
record KeptDump(Path file) {
    private static final String UNFINISHED = ".novo";

    /** Puts a dump there; where it stands is left to whoever closes it. */
    void take(Path dump) {
        try {
            GentleDeletion.deleteIfExists(unfinished());
            move(dump);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, file, FileWords.of(e)).causedBy(e);
        }
    }

    private void move(Path dump) throws IOException {
        try {
            replace(dump);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            copy(dump);
        }
    }

    private void copy(Path dump) throws IOException {
        Path beside = unfinished();
        try {
            try (FileChannel from = FileChannel.open(dump);
                    FileChannel to = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
                    var durability = SteadyForce.unfelt(beside, to)) {
                long length = from.size();
                for (long done = 0; done < length;) {
                    long step = from.transferTo(done, Math.min(SteadyForce.PIECE_BYTES, length - done), to);
                    if (step <= 0) {
                        throw new IOException("shorter than it was: " + dump);
                    }
                    done += step;
                    durability.wrote(step);
                }
                durability.finish();
            }
            replace(beside);
        } finally {
            GentleDeletion.deleteIfExists(beside);
        }
    }

    /** A process that died while it copied may have left it. */
    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    private void replace(Path by) throws IOException {
        Files.move(by, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}

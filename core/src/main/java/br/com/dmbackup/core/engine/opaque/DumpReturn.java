package br.com.dmbackup.core.engine.opaque;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.onefile.FileFamily;
import br.com.dmbackup.core.engine.onefile.Scratch;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The way back of a dump that we do not understand: it becomes the file that it was.
 *
 * @param databaseName names the file of a drill
 * @param live the file whose place a restored one may take; none where there is no such place
 */
public record DumpReturn(String databaseName, Optional<Path> live, DumpMarks marks) {

    /**
     * Starts a restore.
     *
     * @throws BackupFault {@code RESTORE_TARGET_EXISTS}; {@code RESTORE_NEEDS_TARGET} for a replacement where there is
     *         nothing to replace
     */
    public Restore begin(RestoreTarget target, long dumpBytes, Path stagingFolder) {
        return switch (target) {
            case RestoreTarget.NewDatabase(String name) -> {
                Path file = Path.of(name).toAbsolutePath();
                Scratch.requireFree(file, FileFamily.ALONE);
                dropAbandoned(file);
                yield new FileReturn(target, file, Scratch.beside(file), dumpBytes, marks);
            }
            case RestoreTarget.Scratch scratch -> {
                Path file = stagingFolder.toAbsolutePath().resolve(databaseName + ".bak");
                yield new FileReturn(target, file, Scratch.beside(file), dumpBytes, marks);
            }
            case RestoreTarget.Replacement replacement -> {
                Path file = requireLive();
                yield new FileReturn(target, file, Scratch.beside(file), dumpBytes, marks);
            }
            case RestoreTarget.InPlace live -> throw BackupFault.of(FaultCode.IN_PLACE_UNSUPPORTED, databaseName);
        };
    }

    /** @throws BackupFault {@code RESTORE_NEEDS_TARGET} */
    public Path requireLive() {
        return live.orElseThrow(() -> BackupFault.of(FaultCode.RESTORE_NEEDS_TARGET, databaseName));
    }

    /** The file of a drill, or of a replacement that is not swapped in yet. */
    public static Path scratchOf(RestoredDatabase restored) {
        Path file = Path.of(restored.name());
        if (restored.target() instanceof RestoreTarget.NewDatabase || !Scratch.isScratch(file)) {
            throw new IllegalArgumentException("not a scratch file: " + restored.name());
        }
        return file;
    }

    public static void drop(RestoredDatabase restored) {
        Path file = scratchOf(restored);
        try {
            Scratch.delete(file, FileFamily.ALONE);
        } catch (IOException stuck) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, file, FileWords.of(stuck)).causedBy(stuck);
        }
    }

    /** Drops what dead processes left beside this file. */
    public static List<String> dropAbandoned(Path file) {
        try {
            return Scratch.dropAbandoned(file, FileFamily.ALONE);
        } catch (IOException stuck) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, file, FileWords.of(stuck)).causedBy(stuck);
        }
    }
}

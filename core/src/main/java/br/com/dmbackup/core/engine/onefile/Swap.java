package br.com.dmbackup.core.engine.onefile;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a restored database in the live one's place by two renames: live to kept, new to live. Between them the live name
 * is free; a marker file written before says which kept database belongs back there if the process dies.
 */
public final class Swap {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path live;
    private final FileFamily family;
    private final Runnable settleOld;
    private final Clock clock;
    private final Checkpoint checkpoint;
    private final SwapMarker marker;

    /**
     * @param settleOld sees that nobody uses the live database, else throws {@code DATABASE_IN_USE}; may still write to
     *        it
     * @param clock names what is kept; its zone is the store's
     */
    public Swap(Path live, FileFamily family, Runnable settleOld, Clock clock, Checkpoint checkpoint) {
        this.live = live;
        this.family = family;
        this.settleOld = settleOld;
        this.clock = clock;
        this.checkpoint = checkpoint;
        this.marker = new SwapMarker(live, family);
    }

    /** @return the old database under its kept name, if there was one */
    public Optional<Path> in(Path replacement) {
        boolean hadOld = Files.exists(live);
        if (hadOld) {
            settleOld.run();
        }
        Path kept = freeKeptName();
        try {
            marker.write(kept);
            putAside(kept);
            try {
                checkpoint.reached(Step.RESTORE_OLD_ASIDE);
                FileFamily.publish(replacement, live);
            } catch (IOException | RuntimeException failed) {
                marker.putBack();
                throw failed;
            }
            marker.delete();
        } catch (FileAlreadyExistsException appeared) {
            throw BackupFault.of(FaultCode.DATABASE_IN_USE, live).causedBy(appeared);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, live, FileWords.of(failed)).causedBy(failed);
        }
        Scratch.release(replacement);
        return hadOld ? Optional.of(kept) : Optional.empty();
    }

    /** Windows refuses to rename a file that somebody holds open. */
    private void putAside(Path kept) throws IOException {
        try {
            family.moveAside(live, kept);
        } catch (IOException refused) {
            if (Files.exists(live)) {
                marker.delete();
                throw BackupFault.of(FaultCode.DATABASE_IN_USE, live).causedBy(refused);
            }
            marker.putBack();
            throw refused;
        }
        FileFamily.makeFolderDurable(FileFamily.folder(live));
    }

    private Path freeKeptName() {
        String name = live.getFileName() + ".antes-" + STAMP.format(LocalDateTime.now(clock));
        Path kept = live.resolveSibling(name);
        for (int again = 2; family.anyOf(kept); again++) {
            kept = live.resolveSibling(name + "-" + again);
        }
        return kept;
    }
}

package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/**
 * Puts a restored database in the live one's place by two renames: live to kept, new to live. Between them the live name
 * is free; a marker file written before says which kept database belongs back there if the process dies.
 */
final class Swap {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path live;
    private final Duration lockWait;
    private final Clock clock;
    private final Checkpoint checkpoint;
    private final SwapMarker marker;

    Swap(Path live, Duration lockWait, Clock clock, Checkpoint checkpoint) {
        this.live = live;
        this.lockWait = lockWait;
        this.clock = clock;
        this.checkpoint = checkpoint;
        this.marker = new SwapMarker(live);
    }

    /** @return the old database under its kept name, if there was one */
    Optional<Path> in(Path replacement) {
        boolean hadOld = Files.exists(live);
        if (hadOld) {
            settleOld();
        }
        Path kept = freeKeptName();
        try {
            marker.write(kept);
            putAside(kept);
            try {
                checkpoint.reached(Step.RESTORE_OLD_ASIDE);
                OwnFiles.publish(replacement, live);
            } catch (IOException | RuntimeException failed) {
                marker.putBack();
                throw failed;
            }
            marker.delete();
        } catch (FileAlreadyExistsException appeared) {
            throw BackupFault.of(FaultCode.DATABASE_IN_USE, live).causedBy(appeared);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, live, failed.toString()).causedBy(failed);
        }
        Scratch.release(replacement);
        return hadOld ? Optional.of(kept) : Optional.empty();
    }

    /** Windows refuses to rename a file that somebody holds open. */
    private void putAside(Path kept) throws IOException {
        try {
            OwnFiles.moveAside(live, kept);
        } catch (IOException refused) {
            if (Files.exists(live)) {
                marker.delete();
                throw BackupFault.of(FaultCode.DATABASE_IN_USE, live).causedBy(refused);
            }
            marker.putBack();
            throw refused;
        }
        OwnFiles.makeFolderDurable(OwnFiles.folder(live));
    }

    /**
     * Sees that nobody is inside, and empties the log into the database. In exclusive locking mode SQLite needs the
     * whole file's lock for its first access, which even an idle reader of a write-ahead log denies. A damaged
     * database cannot be asked and must not stand in the way of its own replacement.
     */
    private void settleOld() {
        try (SQLiteConnection connection = SqliteFile.openLive(live, lockWait)) {
            SqliteFile.execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            SqliteFile.execute(connection, "BEGIN EXCLUSIVE");
            SqliteFile.firstRead(connection);
            SqliteFile.execute(connection, "COMMIT");
            SqliteFile.text(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException failed) {
            if (SqliteFaults.isLock(failed)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw BackupFault.of(FaultCode.CANCELLED, live).causedBy(failed);
                }
                throw BackupFault.of(FaultCode.DATABASE_IN_USE, live).withForeignCode(SqliteFaults.code(failed).name())
                        .causedBy(failed);
            }
        }
    }

    private Path freeKeptName() {
        String name = live.getFileName() + ".antes-" + STAMP.format(LocalDateTime.now(clock));
        Path kept = live.resolveSibling(name);
        for (int again = 2; OwnFiles.anyOf(kept); again++) {
            kept = live.resolveSibling(name + "-" + again);
        }
        return kept;
    }
}

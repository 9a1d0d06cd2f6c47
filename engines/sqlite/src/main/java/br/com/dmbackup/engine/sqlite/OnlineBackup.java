package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.disk.SteadyForce;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/**
 * One run of SQLite's online backup ({@code sqlite3_backup_step}) from a live database into a new file.
 *
 * <p>With a write-ahead log one read transaction holds one moment for the whole copy, and writers go on. With a
 * rollback journal a reader keeps writers from committing, so the copy goes in steps with pauses; a commit in between
 * makes SQLite start again, and after a few such restarts the copy holds the shared lock and ends in one go.
 */
final class OnlineBackup implements DB.ProgressObserver {
    private static final int STEP_BYTES = SteadyForce.PIECE_BYTES;
    private static final int RESTARTS_BORNE = 3;
    private static final int CANCEL_ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final SQLiteConnection source;
    private final Progress progress;
    private final long pageSize;
    private final SteadyForce durability;
    private boolean momentHeld;
    private boolean cancelled;
    private int cancelAttempts;
    private int restarts;
    private long lastRemaining = Long.MAX_VALUE;
    private long lastCopied;
    private long shownBytes;
    private long totalBytes;

    private OnlineBackup(SQLiteConnection source, SteadyForce durability, Progress progress) throws SQLException {
        this.source = source;
        this.durability = durability;
        this.progress = progress;
        this.pageSize = SqliteFile.number(source, "PRAGMA page_size");
    }

    /** How a copy ended. */
    record End(SQLiteErrorCode result, boolean cancelled, int restarts, long bytes) {
        boolean whole() {
            return result == SQLiteErrorCode.SQLITE_OK && !cancelled;
        }
    }

    /**
     * SQLite forces what it wrote once, in the end, which would hold up whoever commits then: so we do it all along.
     *
     * @param target an empty file, or none
     */
    static End copy(SQLiteConnection source, Path target, Progress progress) throws SQLException, IOException {
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var durability = SteadyForce.unfelt(target, written)) {
            End end = copy(source, target, durability, progress);
            if (end.whole()) {
                durability.finish();
            }
            return end;
        }
    }

    static End copy(SQLiteConnection source, Path target, SteadyForce durability, Progress progress)
            throws SQLException {
        OnlineBackup backup = new OnlineBackup(source, durability, progress);
        SqliteFile.firstRead(source);
        if (SqliteFile.text(source, "PRAGMA journal_mode").equals("wal")) {
            backup.holdThisMoment();
        }
        int pagesPerStep = Math.toIntExact(Math.max(1, STEP_BYTES / backup.pageSize));
        int result = source.getDatabase().backup("main", target.toString(), backup, 0, 0, pagesPerStep);
        return new End(SQLiteErrorCode.getErrorCode(result), backup.cancelled, backup.restarts,
                backup.totalBytes);
    }

    @Override
    public void progress(int remaining, int pageCount) {
        show(Integer.toUnsignedLong(remaining), Integer.toUnsignedLong(pageCount));
        if (Thread.currentThread().isInterrupted()) {
            cancel();
        } else if (!momentHeld && remaining > 0) {
            noteRestart(Integer.toUnsignedLong(remaining));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void show(long remaining, long pageCount) {
        long copied = (pageCount - remaining) * pageSize;
        // After a restart it writes from the first page again.
        durability.wrote(copied < lastCopied ? copied : copied - lastCopied);
        lastCopied = copied;
        shownBytes = Math.max(shownBytes, copied);
        totalBytes = Math.max(shownBytes, pageCount * pageSize);
        progress.advanced(shownBytes, totalBytes);
    }

    private void noteRestart(long remaining) {
        if (remaining >= lastRemaining && ++restarts >= RESTARTS_BORNE) {
            holdForTheRest();
        }
        lastRemaining = remaining;
    }

    private void holdThisMoment() throws SQLException {
        SqliteFile.beginReading(source);
        momentHeld = true;
    }

    /**
     * The loop around the steps cannot be left from here; but SQLite answers BUSY to a step whose own source
     * connection is writing, and that ends the loop. Where the write lock cannot be had, the next steps ask again, but
     * not for ever: each asking lets the moment go, and commits of others would start the copy again and again. Then
     * the moment is held and the copy runs to its end, to be thrown away.
     */
    private void cancel() {
        cancelled = true;
        if (cancelAttempts >= CANCEL_ATTEMPTS) {
            holdForTheRest();
            return;
        }
        cancelAttempts++;
        SqliteRelease.rollBack(source);
        momentHeld = false;
        try {
            SqliteFile.execute(source, "BEGIN IMMEDIATE");
        } catch (SQLException othersWrite) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void holdForTheRest() {
        if (!momentHeld) {
            try {
                holdThisMoment();
            } catch (SQLException stillLocked) {
                SqliteRelease.rollBack(source);
            }
        }
    }
}

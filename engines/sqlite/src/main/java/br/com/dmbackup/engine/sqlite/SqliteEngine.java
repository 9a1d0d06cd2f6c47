package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.engine.onefile.FileFamily;
import br.com.dmbackup.core.engine.onefile.Scratch;
import br.com.dmbackup.core.engine.onefile.Siblings;
import br.com.dmbackup.core.engine.onefile.Swap;
import br.com.dmbackup.core.engine.onefile.SwapMarker;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One SQLite database file. */
public final class SqliteEngine implements DatabaseEngine {
    /** The engine's word in the settings. */
    public static final String KIND = "sqlite";
    /** How long a lock of others is waited for: less than the five seconds within which an interrupt must be obeyed. */
    public static final Duration LOCK_WAIT = Duration.ofSeconds(4);

    static final String NAME = "SQLite";

    private final String databaseName;
    private final Path live;
    private final Duration lockWait;
    private final Clock clock;
    private final Checkpoint checkpoint;

    /**
     * @param databaseName names the dump
     * @param live the database file
     * @param lockWait how long a lock of others is waited for
     * @param clock names what a swap keeps; its zone is the store's
     */
    public SqliteEngine(String databaseName, Path live, Duration lockWait, Clock clock, Checkpoint checkpoint) {
        this.databaseName = databaseName;
        this.live = live.toAbsolutePath();
        this.lockWait = lockWait;
        this.clock = clock;
        this.checkpoint = checkpoint;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String databaseName() {
        return databaseName;
    }

    @Override
    public String nameBeside(String suffix) {
        return Siblings.named(live, suffix).toString();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.ofNullable(live.getParent());
    }

    @Override
    public ServiceStatus checkService() {
        try {
            facts();
            return new ServiceStatus.Ready();
        } catch (BackupFault fault) {
            return new ServiceStatus.NotReady(fault);
        }
    }

    @Override
    public DatabaseFacts facts() {
        requireFile();
        try (SQLiteConnection connection = SqliteFile.openLive(live, lockWait)) {
            SqliteFile.firstRead(connection);
            long pages = SqliteFile.number(connection, "PRAGMA page_count");
            long pageSize = SqliteFile.number(connection, "PRAGMA page_size");
            return new DatabaseFacts(NAME + " " + SqliteFile.version(connection), pages * pageSize);
        } catch (SQLException failed) {
            throw fault(failed, FaultCode.DUMP_FAILED);
        }
    }

    @Override
    public Dump dump(Path stagingFolder, Progress progress) {
        requireFile();
        Path file = stagingFolder.toAbsolutePath().resolve(databaseName + ".bak");
        boolean whole = false;
        try (SQLiteConnection source = SqliteFile.openLive(live, lockWait)) {
            SqliteFiles.FAMILY.delete(file);
            OnlineBackup.End end = OnlineBackup.copy(source, file, progress);
            if (!end.whole()) {
                throw notWhole(end, file);
            }
            whole = true;
            return new SqliteDump(live, file, end, NAME + " " + SqliteFile.version(source));
        } catch (SQLException failed) {
            throw fault(failed, FaultCode.DUMP_FAILED);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.DUMP_FAILED, live, FileWords.of(failed)).causedBy(failed);
        } finally {
            if (!whole) {
                SqliteFiles.FAMILY.clear(file);
            }
        }
    }

    @Override
    public boolean countsEveryTable() {
        return true;
    }

    @Override
    public boolean recognises(byte[] head) {
        return SqliteHeader.in(head).isPresent();
    }

    @Override
    public Restore restore(RestoreTarget target, long dumpBytes, Path stagingFolder) {
        target.requireBeside(KIND);
        if (!(target instanceof RestoreTarget.NewDatabase(String name))) {
            return new SqliteRestore(target, live);
        }
        Path file = Path.of(name).toAbsolutePath();
        Scratch.requireFree(file, SqliteFiles.FAMILY);
        dropAbandoned(file);
        return new SqliteRestore(target, file);
    }

    @Override
    public Optional<String> swapIn(RestoredDatabase replacement) {
        Path restored = scratchOf(replacement);
        return new Swap(live, SqliteFiles.FAMILY, this::settleOld, clock, checkpoint).in(restored).map(Path::toString);
    }

    @Override
    public void drop(RestoredDatabase restored) {
        Path file = scratchOf(restored);
        try {
            Scratch.delete(file, SqliteFiles.FAMILY);
        } catch (IOException stuck) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, file, FileWords.of(stuck)).causedBy(stuck);
        }
    }

    /** An unfinished swap is undone first: the old database takes the live name again, if nothing else bears it. */
    @Override
    public List<String> dropLeftovers() {
        List<String> named = new ArrayList<>();
        try {
            new SwapMarker(live, SqliteFiles.FAMILY).putBack().ifPresent(kept -> named.add(kept + " -> " + live));
        } catch (IOException stuck) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, live, FileWords.of(stuck)).causedBy(stuck);
        }
        named.addAll(dropAbandoned(live));
        return named;
    }

    @Override
    public void close() {
        // Every call opens and closes its own connection: a database must not be held between the hours.
    }

    private static List<String> dropAbandoned(Path database) {
        try {
            return Scratch.dropAbandoned(database, SqliteFiles.FAMILY);
        } catch (IOException stuck) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, database, FileWords.of(stuck)).causedBy(stuck);
        }
    }

    private static Path scratchOf(RestoredDatabase restored) {
        Path file = Path.of(restored.name());
        if (restored.target() instanceof RestoreTarget.NewDatabase || !Scratch.isScratch(file)) {
            throw new IllegalArgumentException("not a scratch database: " + restored.name());
        }
        return file;
    }

    /** What SQLite would say in a misleading way, or heal by making an empty database. */
    private void requireFile() {
        if (Files.isDirectory(live)) {
            throw BackupFault.of(FaultCode.NOT_A_DATABASE, live, NAME).withForeignCode("SQLITE_CANTOPEN_ISDIR");
        }
        if (Files.notExists(live)) {
            throw BackupFault.of(FaultCode.DATABASE_MISSING, live).withForeignCode("SQLITE_CANTOPEN");
        }
        if (!Files.isReadable(live)) {
            throw BackupFault.of(FaultCode.DATABASE_ACCESS_DENIED, live, "r").withForeignCode("SQLITE_PERM");
        }
        if (live.toFile().length() == 0) {
            throw BackupFault.of(FaultCode.NOT_A_DATABASE, live, NAME).withForeignCode("SQLITE_NOTADB");
        }
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

    private BackupFault notWhole(OnlineBackup.End end, Path file) {
        if (end.cancelled() || Thread.currentThread().isInterrupted()) {
            return BackupFault.of(FaultCode.CANCELLED, live).withForeignCode(end.result().name());
        }
        if (end.result() == SQLiteErrorCode.SQLITE_FULL) {
            return BackupFault.of(FaultCode.LOCAL_FULL, FileFamily.folder(file), end.bytes(), freeBytes(file))
                    .withForeignCode(end.result().name());
        }
        return fault(new SQLiteException(end.result().message, end.result()), FaultCode.DUMP_FAILED);
    }

    private BackupFault fault(SQLException failed, FaultCode otherwise) {
        if (SqliteFaults.isLock(failed) && Thread.currentThread().isInterrupted()) {
            return BackupFault.of(FaultCode.CANCELLED, live).withForeignCode(SqliteFaults.code(failed).name())
                    .causedBy(failed);
        }
        return SqliteFaults.ofLive(live, failed, lockWait, otherwise);
    }

    private static long freeBytes(Path file) {
        return FileFamily.folder(file).toFile().getUsableSpace();
    }
}

package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Translates SQLite's result codes at the engine's edge, keeping their names as the foreign code. */
final class SqliteFaults {
    private SqliteFaults() {}

    /**
     * A fault met while the live database was read.
     *
     * @param otherwise what it is when the code says nothing about the database itself
     */
    static BackupFault ofLive(Path database, SQLException failure, Duration lockWait, FaultCode otherwise) {
        SQLiteErrorCode result = code(failure);
        BackupFault fault = switch (primary(result)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> BackupFault.of(FaultCode.DATABASE_LOCKED, database,
                    lockWait.toSeconds());
            case SQLITE_NOTADB -> BackupFault.of(FaultCode.NOT_A_DATABASE, database, SqliteEngine.NAME);
            case SQLITE_CORRUPT -> BackupFault.of(FaultCode.DATABASE_DAMAGED, database, words(failure));
            case SQLITE_PERM, SQLITE_AUTH, SQLITE_READONLY -> denied(database, failure);
            case SQLITE_CANTOPEN -> Files.exists(database)
                    ? denied(database, failure)
                    : BackupFault.of(FaultCode.DATABASE_MISSING, database);
            case SQLITE_INTERRUPT -> BackupFault.of(FaultCode.CANCELLED, database);
            default -> BackupFault.of(otherwise, database, words(failure));
        };
        return fault.withForeignCode(result.name()).causedBy(failure);
    }

    /** A fault met while a finished dump was read again: whatever is wrong with it, it is no whole dump. */
    static BackupFault ofDump(Path database, SQLException failure) {
        SQLiteErrorCode result = code(failure);
        BackupFault fault = switch (primary(result)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT -> BackupFault.of(FaultCode.DUMP_INCOMPLETE, database, words(failure));
            case SQLITE_INTERRUPT -> BackupFault.of(FaultCode.CANCELLED, database);
            default -> BackupFault.of(FaultCode.DUMP_FAILED, database, words(failure));
        };
        return fault.withForeignCode(result.name()).causedBy(failure);
    }

    /** A fault met while a restored database was checked. */
    static BackupFault ofRestored(Path database, SQLException failure) {
        SQLiteErrorCode result = code(failure);
        BackupFault fault = switch (primary(result)) {
            case SQLITE_NOTADB -> BackupFault.of(FaultCode.NOT_A_DATABASE, database, SqliteEngine.NAME);
            case SQLITE_CORRUPT -> BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, database, words(failure));
            case SQLITE_INTERRUPT -> BackupFault.of(FaultCode.CANCELLED, database);
            default -> BackupFault.of(FaultCode.RESTORE_FAILED, database, words(failure));
        };
        return fault.withForeignCode(result.name()).causedBy(failure);
    }

    static boolean isLock(SQLException failure) {
        SQLiteErrorCode primary = primary(code(failure));
        return primary == SQLiteErrorCode.SQLITE_BUSY || primary == SQLiteErrorCode.SQLITE_LOCKED;
    }

    static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
    }

    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    private static BackupFault denied(Path database, SQLException failure) {
        return BackupFault.of(FaultCode.DATABASE_ACCESS_DENIED, database, words(failure));
    }

    private static String words(SQLException failure) {
        String message = failure.getMessage();
        return message == null ? code(failure).name() : message;
    }
}

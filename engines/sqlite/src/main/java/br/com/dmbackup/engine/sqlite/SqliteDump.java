package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedMap;

/** A finished copy in the staging folder. */
final class SqliteDump implements FileDump {
    private final Path database;
    private final Path file;
    private final OnlineBackup.End end;
    private final String version;

    SqliteDump(Path database, Path file, OnlineBackup.End end, String version) {
        this.database = database;
        this.file = file;
        this.end = end;
        this.version = version;
    }

    @Override
    public Path file() {
        return file;
    }

    /**
     * The sign: SQLite called the copy done, its header speaks of exactly as many pages as there are, and the pages hang
     * together. The last catches a live database that is damaged inside before its copies fill the slots.
     */
    @Override
    public DumpEnd finish() {
        try {
            SqliteHeader header = SqliteHeader.of(file).orElseThrow(() -> incomplete("SQLite format 3"));
            long length = Files.size(file);
            if (header.pageCount() == 0 || header.databaseBytes() != length) {
                throw incomplete(header.databaseBytes() + " bytes (" + length + ")");
            }
            SortedMap<String, Long> rows = Interruptibly.onFinished(file, connection -> {
                checkInside(SqliteFile.text(connection, "PRAGMA quick_check(1)"));
                return TableCounts.of(connection);
            });
            return new DumpEnd(
                    version + ": SQLITE_DONE, " + "quick_check ok, " + header.pageCount() + " x " + header.pageSize()
                            + " bytes, restarts " + end.restarts(),
                    rows);
        } catch (IOException unreadable) {
            throw BackupFault.of(FaultCode.DUMP_FAILED, database, FileWords.of(unreadable)).causedBy(unreadable);
        } catch (SQLException failed) {
            throw SqliteFaults.ofDump(database, failed);
        }
    }

    @Override
    public void close() {
        SqliteFiles.FAMILY.clear(file);
    }

    private void checkInside(String answer) {
        if (!answer.equals("ok")) {
            throw incomplete("quick_check: " + answer.lines().findFirst().orElse(answer))
                    .withForeignCode("SQLITE_CORRUPT");
        }
    }

    private BackupFault incomplete(String missingSign) {
        return BackupFault.of(FaultCode.DUMP_INCOMPLETE, database, missingSign);
    }
}

package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.onefile.FileFamily;
import br.com.dmbackup.core.engine.onefile.Scratch;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedMap;

/** The dump is written where the database will live, under a scratch name, and checked there. */
final class SqliteRestore implements FileRestore {
    private final RestoreTarget target;
    private final Path finalName;
    private final Path scratch;
    private boolean finished;

    /**
     * @param finalName the new database, or the live one beside which the scratch stands
     */
    SqliteRestore(RestoreTarget target, Path finalName) {
        this.target = target;
        this.finalName = finalName;
        this.scratch = Scratch.beside(finalName);
    }

    @Override
    public Path dumpFile() {
        return scratch;
    }

    @Override
    public RestoredDatabase finish() {
        try {
            checkOutside();
            SortedMap<String, Long> rows = Interruptibly.onFinished(scratch, connection -> {
                checkInside(SqliteFile.text(connection, "PRAGMA integrity_check(1)"));
                return TableCounts.of(connection);
            });
            FileFamily.makeDurable(scratch);
            Path name = nameIt();
            finished = true;
            return new RestoredDatabase(name.toString(), target, rows);
        } catch (SQLException failed) {
            throw SqliteFaults.ofRestored(finalName, failed);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, finalName, FileWords.of(failed)).causedBy(failed);
        }
    }

    /** A database of another length than its header says is not whole, though SQLite may open it. */
    private void checkOutside() throws IOException {
        SqliteHeader header = SqliteHeader.of(scratch)
                .orElseThrow(() -> BackupFault.of(FaultCode.NOT_A_DATABASE, finalName, SqliteEngine.NAME)
                        .withForeignCode("SQLITE_NOTADB"));
        long length = Files.size(scratch);
        if (header.databaseBytes() != length) {
            throw damaged(header.databaseBytes() + " bytes (" + length + ")");
        }
    }

    private void checkInside(String answer) {
        if (!answer.equals("ok")) {
            throw damaged(answer.lines().findFirst().orElse(answer)).withForeignCode("SQLITE_CORRUPT");
        }
    }

    private Path nameIt() throws IOException {
        if (!(target instanceof RestoreTarget.NewDatabase)) {
            return scratch;
        }
        Scratch.publish(scratch, finalName, SqliteFiles.FAMILY);
        return finalName;
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        SqliteFiles.FAMILY.clear(scratch);
        Scratch.release(scratch);
    }

    private BackupFault damaged(String words) {
        return BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, finalName, words);
    }
}

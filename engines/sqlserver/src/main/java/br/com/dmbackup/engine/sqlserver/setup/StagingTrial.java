package br.com.dmbackup.engine.sqlserver.setup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.staging.ServerAccount;
import br.com.dmbackup.engine.sqlserver.staging.StagedFile;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.engine.sqlserver.staging.StagingRights;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Tries the staging folder both ways, with nothing but what backups and restores do there themselves. */
public final class StagingTrial {
    private static final String LINE = "This is no backup: it tries whether SQL Server can read a file of DMBackup.\n";
    /** More than a server reads before it says that a file is none of its own. */
    private static final int LINES = 2_000;

    private final SqlServerAccess access;
    private final StagingPlace place;
    private final Path stagingFolder;
    private final Function<Progress, Dump> dump;

    /**
     * @param stagingFolder the home's own
     * @param dump makes a dump as each hour does
     */
    public StagingTrial(SqlServerAccess access, StagingPlace place, Path stagingFolder,
            Function<Progress, Dump> dump) {
        this.access = access;
        this.place = place;
        this.stagingFolder = stagingFolder;
        this.dump = dump;
    }

    /** The server makes a backup, which this program finds, reads and deletes. */
    String serverWrites(Progress progress) {
        Path file;
        try (Dump made = dump.apply(progress)) {
            file = made instanceof FileDump there ? there.file() : here();
        }
        if (Files.isRegularFile(file)) {
            throw access.onServer(FaultCode.DUMP_FAILED, this::rights).weAreDenied(here());
        }
        return folder();
    }

    /** This program writes a file that is no backup; a server that can read it says just that. */
    String serverReads(Connection connection) throws SQLException {
        try (StagedFile staged = StagedFile.claim(here())) {
            Files.write(staged.file(), LINE.repeat(LINES).getBytes(US_ASCII));
            requireRead(connection, place.file(stagingFolder, staged.name()).onServer());
            return folder();
        } catch (AccessDeniedException denied) {
            throw rights(connection).weAreDenied(here()).causedBy(denied);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, here(), FileWords.of(failed)).causedBy(failed);
        }
    }

    private void requireRead(Connection connection, String file) throws SQLException {
        try {
            Sql.rows(connection, row -> 1, "RESTORE HEADERONLY FROM DISK = ?", file);
        } catch (SQLException failure) {
            StagingRights rights = rights(connection);
            BackupFault told = rights.refused(failure, place.folderOnServer(stagingFolder))
                    .orElseGet(() -> access.fault(failure, FaultCode.RESTORE_FAILED));
            boolean read = told.code() == FaultCode.DUMP_DAMAGED || told.code() == FaultCode.DUMP_INCOMPLETE;
            if (!read) {
                throw told;
            }
        }
    }

    private StagingRights rights(Connection connection) throws SQLException {
        return new StagingRights(ServerAccount.of(connection));
    }

    private Path here() {
        return place.folder(stagingFolder);
    }

    private String folder() {
        String seen = place.folderOnServer(stagingFolder);
        return here().toString().equals(seen) ? seen : here() + " = " + seen;
    }
}

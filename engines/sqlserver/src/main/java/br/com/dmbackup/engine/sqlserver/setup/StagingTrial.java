package br.com.dmbackup.engine.sqlserver.setup;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.StagingPlace;
import br.com.dmbackup.engine.sqlserver.StagingPlace.StagedFile;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.staging.ServerAccount;
import br.com.dmbackup.engine.sqlserver.staging.StagingRights;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** Tries the staging folder both ways, with nothing but what backups and restores do there themselves. */
public final class StagingTrial {
    private static final String NAME = "dmbackup-check.bak";
    /** More than a server reads before it says that a file is none of its own. */
    private static final int LENGTH = 128 << 10;

    private final SqlServerAccess access;
    private final Function<Progress, Dump> dump;
    private final StagedFile file;

    /**
     * @param dump makes a dump as each hour does
     * @param stagingFolder the home's own
     */
    public StagingTrial(SqlServerAccess access, StagingPlace staging, Path stagingFolder,
            Function<Progress, Dump> dump) {
        this.access = access;
        this.dump = dump;
        this.file = staging.file(stagingFolder, NAME);
    }

    /** The server makes a backup, which is looked at and thrown away. */
    String serverWrites(Progress progress) {
        try (Dump made = dump.apply(progress)) {
            if (made instanceof FileDump there && !Files.isReadable(there.file())) {
                throw BackupFault.of(FaultCode.DUMP_VANISHED, access.live(), there.file());
            }
            return folder();
        }
    }

    /** This program writes a file that is no backup; a server that can read it says just that. */
    String serverReads(Connection connection) throws SQLException {
        try {
            Files.write(file.here(),
                    "DMBackup ".repeat(LENGTH / 9).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            try {
                requireRead(connection);
            } finally {
                Files.deleteIfExists(file.here());
            }
            return folder();
        } catch (AccessDeniedException denied) {
            throw new StagingRights(ServerAccount.of(connection)).weAreDenied(parent()).causedBy(denied);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, file.here(), FileWords.of(failed)).causedBy(failed);
        }
    }

    private void requireRead(Connection connection) throws SQLException {
        try {
            Sql.rows(connection, row -> 1, "RESTORE HEADERONLY FROM DISK = ?", file.onServer());
        } catch (SQLException failure) {
            Optional<BackupFault> refused = new StagingRights(ServerAccount.of(connection)).refused(failure,
                    folderOnServer());
            BackupFault told = refused.orElseGet(() -> access.fault(failure, FaultCode.RESTORE_FAILED));
            boolean read = told.code() == FaultCode.DUMP_DAMAGED || told.code() == FaultCode.DUMP_INCOMPLETE;
            if (!read) {
                throw told;
            }
        }
    }

    private String folder() {
        String onServer = folderOnServer();
        return parent().toString().equals(onServer) ? onServer : parent() + " = " + onServer;
    }

    private Path parent() {
        return Optional.ofNullable(file.here().getParent()).orElse(file.here());
    }

    private String folderOnServer() {
        return file.onServer().substring(0, file.onServer().length() - NAME.length() - 1);
    }
}

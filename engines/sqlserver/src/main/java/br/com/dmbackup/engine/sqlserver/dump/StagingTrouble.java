package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.staging.ServerAccount;
import br.com.dmbackup.engine.sqlserver.staging.StagingRights;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What it means when the staging folder does not do: for the server, which writes there, and for us, who read. */
final class StagingTrouble {
    private static final int CANNOT_OPEN = 3201;

    private final SqlServerAccess access;
    private final Session session;
    private final Path here;
    private final String onServer;

    /**
     * @param here the folder as we see it
     * @param onServer the same as the server sees it
     */
    StagingTrouble(SqlServerAccess access, Session session, Path here, String onServer) {
        this.access = access;
        this.session = session;
        this.here = here;
        this.onServer = onServer;
    }

    /** The server failed. */
    BackupFault of(SQLException failed) throws SQLException {
        Optional<BackupFault> refused = failed.getErrorCode() == CANNOT_OPEN
                ? rights().refused(failed, onServer)
                : Optional.empty();
        return refused.orElseGet(() -> access.fault(failed, FaultCode.DUMP_FAILED));
    }

    /** We failed before the server had anything to do. */
    BackupFault ofFolder(IOException failed) throws SQLException {
        BackupFault fault = switch (failed) {
            case NoSuchFileException missing -> rights().missing(here.toString());
            case AccessDeniedException denied -> rights().weAreDenied(here);
            case ClosedByInterruptException interrupted -> BackupFault.of(FaultCode.CANCELLED, access.live());
            default -> BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, here, FileWords.of(failed));
        };
        return fault.causedBy(failed);
    }

    /** We cannot get at what the server wrote. */
    BackupFault ofFile(Path file, IOException failed) throws SQLException {
        BackupFault fault = switch (failed) {
            case NoSuchFileException gone -> BackupFault.of(FaultCode.DUMP_VANISHED, access.live(), file);
            case AccessDeniedException denied -> rights().weAreDenied(here);
            case ClosedByInterruptException interrupted -> BackupFault.of(FaultCode.CANCELLED, access.live());
            default -> BackupFault.of(FaultCode.FILE_UNREADABLE, file, FileWords.of(failed));
        };
        return fault.causedBy(failed);
    }

    /** What has gone wrong is worth more than who it was: a server that cannot be asked any more has its usual account. */
    private StagingRights rights() {
        try {
            return new StagingRights(session.run(ServerAccount::of));
        } catch (SQLException gone) {
            return new StagingRights(ServerAccount.usual(access.server()));
        }
    }
}

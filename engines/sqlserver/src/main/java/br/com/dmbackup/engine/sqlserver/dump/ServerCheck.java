package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Heard;
import br.com.dmbackup.engine.sqlserver.connection.LongStatement;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The server reads its own backup to the end, and compares the checksums that it took. */
final class ServerCheck {
    private static final String SQL = "RESTORE VERIFYONLY FROM DISK = ? WITH CHECKSUM, STATS = 5";
    /** "The backup set on file 1 is valid." */
    private static final int VALID = 3262;
    private static final int DENIED = 262;
    /** Of the bytes, not of the way to them. */
    private static final Set<Integer> DAMAGE = Set.of(3183, 3187, 3189, 3203, 3241, 3242, 3243, 3246, 3256, 3266);

    private final SqlServerAccess access;
    private final String fileOnServer;

    ServerCheck(SqlServerAccess access, String fileOnServer) {
        this.access = access;
        this.fileOnServer = fileOnServer;
    }

    /**
     * Has it checked.
     *
     * @return why it was not; none when it was, and all is right
     * @throws BackupFault {@code DUMP_DAMAGED}; {@code DUMP_INCOMPLETE} where nothing is said
     */
    Optional<Notice> run(long fileBytes, Progress progress) {
        BytesOfPercent bytes = new BytesOfPercent(progress, fileBytes);
        try (Session session = Session.open(access.server(), Session.MASTER)) {
            Heard heard = new LongStatement(session, access.patience(), bytes).run(SQL, fileOnServer);
            if (!heard.said(VALID)) {
                throw BackupFault.of(FaultCode.DUMP_INCOMPLETE, access.live(), "RESTORE VERIFYONLY: " + VALID)
                        .withForeignCode("SQL Server " + VALID);
            }
            bytes.end();
            return Optional.empty();
        } catch (SQLException failed) {
            if (failed.getErrorCode() == DENIED) {
                String login = access.server().login().name();
                return Optional.of(Notice.of(NoticeCode.DUMP_CHECK_NOT_ALLOWED, login,
                        "USE master; GRANT CREATE ANY DATABASE TO " + Sql.quoted(login) + ";"));
            }
            throw told(failed);
        }
    }

    private BackupFault told(SQLException failed) {
        BackupFault fault = access.fault(failed, FaultCode.DUMP_FAILED);
        if (!DAMAGE.contains(failed.getErrorCode()) || fault.code() == FaultCode.DUMP_DAMAGED) {
            return fault;
        }
        Object[] told = fault.arguments();
        return BackupFault.of(FaultCode.DUMP_DAMAGED, access.live(), told[told.length - 1])
                .withForeignCode(fault.foreignCode().orElse("SQL Server " + failed.getErrorCode())).causedBy(failed);
    }
}

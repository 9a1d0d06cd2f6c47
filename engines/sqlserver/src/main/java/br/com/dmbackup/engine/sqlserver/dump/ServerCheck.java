package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Heard;
import br.com.dmbackup.engine.sqlserver.connection.LongStatement;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.fault.SqlServerFaults;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
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
    private static final Set<Integer> DAMAGE = Set.of(3183, 3189, 3241, 3242, 3243, 3246, 3256, 3266);
    private static final int READING_FAILED = 3203;
    /** Of those codes of the system the file is to blame: a bad checksum, its end, a bad block, a bad file. */
    private static final Set<Integer> BAD_FILE = Set.of(0, 23, 38, 1117, 1392);

    private final SqlServerAccess access;
    private final String fileOnServer;

    ServerCheck(SqlServerAccess access, String fileOnServer) {
        this.access = access;
        this.fileOnServer = fileOnServer;
    }

    /**
     * Has it checked. Only what is proven to be damaged fails a backup that is good as far as anybody knows.
     *
     * @return why it was not; none when it was, and all is right
     * @throws BackupFault {@code DUMP_DAMAGED}, {@code CANCELLED}
     */
    Optional<Notice> run(long fileBytes, Progress progress) {
        BytesOfPercent bytes = new BytesOfPercent(progress, fileBytes);
        try (Session session = Session.open(access.server(), Session.MASTER)) {
            Heard heard = new LongStatement(session, access.patience(), bytes).run(SQL, fileOnServer);
            if (!heard.said(VALID)) {
                return Optional.of(failed("RESTORE VERIFYONLY: " + VALID + "?"));
            }
            bytes.end();
            return Optional.empty();
        } catch (SQLException failed) {
            return Optional.of(unchecked(failed));
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.CANCELLED) {
                throw fault;
            }
            return Optional.of(failed((Phrase) fault::text));
        }
    }

    private Notice unchecked(SQLException failed) {
        if (failed.getErrorCode() == DENIED) {
            String login = access.server().login().name();
            return Notice.of(NoticeCode.DUMP_CHECK_NOT_ALLOWED, login,
                    "USE master; GRANT CREATE ANY DATABASE TO " + Sql.quoted(login) + ";");
        }
        BackupFault fault = access.fault(failed, FaultCode.DUMP_FAILED);
        if (fault.code() == FaultCode.CANCELLED || fault.code() == FaultCode.DUMP_DAMAGED) {
            throw fault;
        }
        if (isDamage(failed)) {
            Object[] told = fault.arguments();
            throw BackupFault.of(FaultCode.DUMP_DAMAGED, access.live(), told[told.length - 1])
                    .withForeignCode(fault.foreignCode().orElse("SQL Server " + failed.getErrorCode()))
                    .causedBy(failed);
        }
        return failed((Phrase) fault::text);
    }

    private static boolean isDamage(SQLException failed) {
        int number = failed.getErrorCode();
        return DAMAGE.contains(number)
                || (number == READING_FAILED && BAD_FILE.contains(SqlServerFaults.systemCode(failed).orElse(0)));
    }

    private Notice failed(Object why) {
        return Notice.of(NoticeCode.DUMP_CHECK_FAILED, access.live(), why);
    }
}

package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.Heard;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.sql.SQLException;
import java.util.Set;

/** RESTORE DATABASE, which is done when the server says so and not before; and DBCC CHECKDB, which says nothing then. */
final class Loading {
    private static final int RESTORED = 3014;
    private static final int VERIFIED = 3262;
    /** What it says of a database that is not right; the last ones only sum up. */
    private static final int FIRST_DAMAGE = 8900;
    private static final int LAST_DAMAGE = 8999;
    /** Why it did not get to look: no room or memory for its snapshot, somebody else's locks, no right. */
    private static final Set<Integer> NOT_CHECKED = Set.of(701, 1105, 1204, 1205, 1222, 1823, 5123, 5128, 5133, 7928,
            7929, 9002);
    private static final int WITHOUT_A_NAME = 50_000;

    private final Administration administration;
    private final IncomingDump dump;
    private final String target;

    /** @param target the database for a person: the one that is to come, or that is to be replaced */
    Loading(Administration administration, IncomingDump dump, String target) {
        this.administration = administration;
        this.dump = dump;
        this.target = target;
    }

    /**
     * Restores.
     *
     * @param session in the server's own database
     * @param options with a comma behind each
     */
    void restore(Session session, String database, DumpHeader header, FilePlan files, String options) {
        String statement = "RESTORE DATABASE " + Sql.quoted(database) + " FROM DISK = ? WITH FILE = "
                + header.position() + ", " + files.moves() + options + (header.checksums() ? "CHECKSUM, " : "")
                + "STATS = 5, RECOVERY";
        require(RESTORED, carryOut(session, statement));
    }

    /** Has the server read the dump without restoring it. */
    void verify(Session session, DumpHeader header) {
        require(VERIFIED, carryOut(session, "RESTORE VERIFYONLY FROM DISK = ? WITH FILE = "
                + header.position() + ", " + (header.checksums() ? "CHECKSUM, " : "") + "STATS = 5"));
    }

    private Heard carryOut(Session session, String statement) {
        try {
            return administration.carryOut(session, statement, dump.onServer());
        } catch (SQLException failed) {
            throw dump.refusedByFolder(failed).orElseGet(() -> administration.fault(failed, target));
        }
    }

    private void require(int sign, Heard heard) {
        if (!heard.said(sign)) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, target, Phrase.of("why.not_confirmed"))
                    .withForeignCode("SQL Server: no " + sign);
        }
    }

    /**
     * Has the server check every page and every index of a database.
     *
     * @throws BackupFault {@code RESTORED_DATABASE_DAMAGED}; {@code PERMISSION_MISSING} and others when it could not look
     */
    void check(String database) {
        try {
            Heard heard = administration.carryOut("DBCC CHECKDB (" + Sql.quoted(database) + ") WITH NO_INFOMSGS");
            heard.messages().stream().filter(said -> said.number() >= FIRST_DAMAGE && said.number() <= LAST_DAMAGE)
                    .findFirst().ifPresent(said -> {
                        throw BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, target, said.text())
                                .withForeignCode("SQL Server " + said.number());
                    });
        } catch (SQLException failed) {
            throw judged(failed);
        }
    }

    private BackupFault judged(SQLException failed) {
        int number = failed.getErrorCode();
        boolean unseen = RestoreFaults.lost(failed) || NOT_CHECKED.contains(number) || number == 0
                || number >= WITHOUT_A_NAME || RestoreFaults.NOT_ALLOWED.contains(number)
                || RestoreFaults.IN_USE.contains(number);
        return unseen ? administration.fault(failed, target) : damaged(failed);
    }

    private BackupFault damaged(SQLException failed) {
        return BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, target, String.valueOf(failed.getMessage()))
                .withForeignCode("SQL Server " + failed.getErrorCode()).causedBy(failed);
    }
}

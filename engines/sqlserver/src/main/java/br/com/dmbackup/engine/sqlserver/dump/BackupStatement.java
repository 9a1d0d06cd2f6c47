package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.Heard;
import br.com.dmbackup.engine.sqlserver.connection.LongStatement;
import br.com.dmbackup.engine.sqlserver.connection.Patience;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * The BACKUP itself. {@code COPY_ONLY} leaves other programs' chains of differentials alone; {@code FORMAT, INIT} writes
 * a media of its own; {@code CHECKSUM} reads every page's checksum; {@code NO_COMPRESSION} keeps what is unchanged the
 * same bytes, whatever the server's default is.
 */
final class BackupStatement {
    /** How the names of our backups begin, in the server's own history. */
    static final String OURS = "DMBackup ";
    private static final String SQL = "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT, CHECKSUM, COPY_ONLY, "
            + "NO_COMPRESSION, STATS = 1, NAME = ?, DESCRIPTION = ?";
    private static final String DESCRIPTION = "dmbackup";
    /** "BACKUP DATABASE successfully processed 330 pages in 0.049 seconds." */
    private static final int DONE = 3014;
    /** "Could not insert a backup or restore history/detail record. The operation was still successful." */
    private static final int HISTORY_LOST = 3009;
    /** "BACKUP DATABASE is terminating abnormally." */
    private static final int TERMINATED = 3013;

    private final String live;
    private final String fileOnServer;
    private final String name = OURS + UUID.randomUUID();

    BackupStatement(String live, String fileOnServer) {
        this.live = live;
        this.fileOnServer = fileOnServer;
    }

    /** The backup's name, given to no other. */
    String name() {
        return name;
    }

    /**
     * Runs it to its end.
     *
     * @return the server's own words for its success
     * @throws BackupFault {@code DUMP_INCOMPLETE} where it ended without them
     */
    String run(Session session, Patience patience, IntConsumer percent) throws SQLException {
        LongStatement statement = new LongStatement(session, patience, percent);
        Heard heard;
        try {
            heard = statement.run(SQL, live, fileOnServer, name, DESCRIPTION);
        } catch (SQLException failed) {
            heard = statement.heard();
            if (!heard.said(DONE) || !lostItsHistoryAlone(failed)) {
                throw failed;
            }
        }
        return heard.words(DONE).orElseThrow(() -> BackupFault
                .of(FaultCode.DUMP_INCOMPLETE, live, "BACKUP DATABASE: " + DONE).withForeignCode("SQL Server " + DONE));
    }

    /** The server says so as an error, though the backup is good: its row is missed, and that is told. */
    private static boolean lostItsHistoryAlone(SQLException first) {
        boolean lost = false;
        for (SQLException each = first; each != null; each = each.getNextException()) {
            lost |= each.getErrorCode() == HISTORY_LOST;
            if (each.getErrorCode() == TERMINATED) {
                return false;
            }
        }
        return lost;
    }
}

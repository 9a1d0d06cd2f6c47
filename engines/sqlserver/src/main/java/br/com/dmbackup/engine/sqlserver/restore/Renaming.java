package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Gives a database another name. Sessions in it are ended; from then on the one that renames has it for itself, so that
 * no till can slip in between. A login that may alter the database but not enter it works from outside, where one can.
 */
final class Renaming {
    private static final int NO_ACCESS = 916;
    /** Somebody outside may be faster a few times. */
    private static final int TRIES = 10;

    private Renaming() {}

    /**
     * Renames. Afterwards the database is open to all, under whichever name it bears.
     *
     * @param connection in the server's own database, where it is again afterwards
     * @throws BackupFault {@code DATABASE_LEFT_CLOSED} when the server would not open it again
     * @throws SQLException otherwise; where the connection was lost, the database may still be closed
     */
    static void rename(Connection connection, String from, String to) throws SQLException {
        for (int attempt = 1;; attempt++) {
            try {
                renameOnce(connection, from, to);
                return;
            } catch (SQLException failed) {
                boolean again = RestoreFaults.IN_USE.contains(failed.getErrorCode()) && attempt < TRIES;
                if (!again) {
                    throw failed;
                }
                Databases.pause(connection);
            }
        }
    }

    private static void renameOnce(Connection connection, String from, String to) throws SQLException {
        enter(connection, from);
        boolean closed = false;
        String now = from;
        try {
            Databases.closeToOthers(connection, from);
            closed = true;
            Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(from) + " MODIFY NAME = " + Sql.quoted(to));
            now = to;
        } finally {
            if (closed) {
                open(connection, now);
            }
            leave(connection);
        }
    }

    private static void enter(Connection connection, String name) throws SQLException {
        try {
            connection.setCatalog(name);
        } catch (SQLException refused) {
            if (refused.getErrorCode() != NO_ACCESS) {
                throw refused;
            }
        }
    }

    /** A connection that is gone has left by itself. */
    private static void leave(Connection connection) {
        try {
            connection.setCatalog(Session.MASTER);
        } catch (SQLException gone) {
            return;
        }
    }

    static void open(Connection connection, String name) throws SQLException {
        for (int attempt = 1;; attempt++) {
            try {
                Databases.openToAll(connection, name);
                return;
            } catch (SQLException failed) {
                boolean again = RestoreFaults.IN_USE.contains(failed.getErrorCode()) && attempt < TRIES;
                if (RestoreFaults.lost(failed)) {
                    throw failed;
                }
                if (!again) {
                    throw leftClosed(name).withForeignCode("SQL Server " + failed.getErrorCode()).causedBy(failed);
                }
                Databases.pause(connection);
            }
        }
    }

    static BackupFault leftClosed(String name) {
        return BackupFault.of(FaultCode.DATABASE_LEFT_CLOSED, name, Databases.openingToAll(name) + ";");
    }
}

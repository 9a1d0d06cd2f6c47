package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.engine.sqlserver.access.BackupRight;
import br.com.dmbackup.engine.sqlserver.access.ServerProfile;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.Connection;
import java.sql.SQLException;

/** What is asked of the live database before it is backed up. */
final class LiveFacts {
    /** A backup holds what is used, not what the files have in reserve. */
    private static final String USED = "SELECT SUM(CAST(FILEPROPERTY(name, 'SpaceUsed') AS bigint)) * 8192 "
            + "FROM sys.database_files WHERE type = 0";

    private LiveFacts() {}

    /** Of the database that the session is in. */
    static DatabaseFacts of(Connection connection) throws SQLException {
        long used = Sql.text(connection, USED).map(Long::parseLong).orElse(0L);
        return new DatabaseFacts("SQL Server " + ServerProfile.product(connection), used);
    }

    /**
     * Sees that this login may back it up.
     *
     * @throws BackupFault {@code PERMISSION_MISSING}, with the statement that would allow it
     */
    static boolean requireBackupAllowed(Connection connection, String live, String login) throws SQLException {
        if (BackupRight.isMissing(connection)) {
            String allow = "USE " + Sql.quoted(live) + "; ALTER ROLE [db_backupoperator] ADD MEMBER "
                    + Sql.quoted(login) + ";";
            throw BackupFault.of(FaultCode.PERMISSION_MISSING, login, "BACKUP DATABASE " + live, allow)
                    .withForeignCode("SQL Server 262");
        }
        return true;
    }
}

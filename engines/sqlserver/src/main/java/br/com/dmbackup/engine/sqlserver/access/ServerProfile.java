package br.com.dmbackup.engine.sqlserver.access;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a technician wants to know of a server and its database before relying on them.
 *
 * @param product version and edition
 * @param recoveryModel as {@code SIMPLE}
 * @param backupFolder where the server leaves backups that name no folder, as it sees it; none where it does not tell
 * @param suspectPages how many pages it has noted as damaged and nobody repaired; none where it does not tell
 */
public record ServerProfile(String product, LiveSize size, String recoveryModel, Optional<String> backupFolder,
        Optional<Long> suspectPages) {
    private static final String VERSION = "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128))";
    private static final String EDITION = "SELECT CAST(SERVERPROPERTY('Edition') AS nvarchar(128))";
    private static final String MODEL = "SELECT recovery_model_desc FROM sys.databases WHERE name = DB_NAME()";
    /** Known from SQL Server 2019 on. */
    private static final String FOLDER = "SELECT CAST(SERVERPROPERTY('InstanceDefaultBackupPath') AS nvarchar(260))";
    private static final String FOLDER_BEFORE = "EXEC master.dbo.xp_instance_regread N'HKEY_LOCAL_MACHINE', "
            + "N'Software\\Microsoft\\MSSQLServer\\MSSQLServer', N'BackupDirectory'";
    private static final String SUSPECT = "SELECT COUNT_BIG(*) FROM msdb.dbo.suspect_pages "
            + "WHERE database_id = DB_ID() AND event_type IN (1, 2, 3)";

    /** Of the database that the session is in. */
    public static ServerProfile of(Connection connection) throws SQLException {
        return new ServerProfile(product(connection), LiveSize.of(connection), Sql.text(connection, MODEL).orElse("?"),
                folder(connection), suspectPages(connection));
    }

    /** Such as {@code 16.0.1000.6}. */
    public static String version(Connection connection) throws SQLException {
        return Sql.text(connection, VERSION).orElse("?");
    }

    /** Such as {@code 16.0.1000.6 Express Edition (64-bit)}. */
    public static String product(Connection connection) throws SQLException {
        return version(connection) + " " + Sql.text(connection, EDITION).orElse("?");
    }

    private static Optional<String> folder(Connection connection) throws SQLException {
        Optional<String> known = Sql.text(connection, FOLDER);
        if (known.isPresent()) {
            return known;
        }
        try {
            return Sql.row(connection, row -> String.valueOf(row.getString(2)), FOLDER_BEFORE);
        } catch (SQLException notForUs) {
            return Optional.empty();
        }
    }

    private static Optional<Long> suspectPages(Connection connection) {
        try {
            return Sql.text(connection, SUSPECT).map(Long::valueOf);
        } catch (SQLException notForUs) {
            return Optional.empty();
        }
    }
}

package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The old database once it has made room: under another name, or, where the server cannot open it any more and so will
 * not rename it, as files that the server has forgotten.
 *
 * @param name its name, or where its first file is
 * @param back statement that brings it back
 */
record KeptDatabase(String live, String name, String back, boolean renamed) {

    static KeptDatabase renamed(String live, String name) {
        return new KeptDatabase(live, name, "ALTER DATABASE " + Sql.quoted(name) + " MODIFY NAME = "
                + Sql.quoted(live) + ";", true);
    }

    /** Detaches it, which leaves every file where it is. */
    static KeptDatabase detached(Connection connection, String live) throws SQLException {
        List<String> files = Sql.rows(connection, row -> row.getString(1),
                "SELECT physical_name FROM sys.master_files WHERE database_id = DB_ID(?) ORDER BY type, file_id", live);
        allowDetaching(connection, live);
        Sql.execute(connection, "EXEC sp_detach_db @dbname = " + Sql.literal(live) + ", @skipchecks = N'true'");
        String named = files.stream().map(file -> "(FILENAME = " + Sql.literal(file) + ")")
                .collect(Collectors.joining(", "));
        return new KeptDatabase(live, files.isEmpty() ? live : files.getFirst(),
                "CREATE DATABASE " + Sql.quoted(live) + " ON " + named + " FOR ATTACH;", false);
    }

    /** A suspect database must be in emergency to be detached. */
    private static void allowDetaching(Connection connection, String live) throws SQLException {
        try {
            Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(live) + " SET EMERGENCY");
        } catch (SQLException refused) {
            if (RestoreFaults.lost(refused)) {
                throw refused;
            }
        }
    }

    /** Gives it its name back; files that the server could not open before it would not open now either. */
    void putBack(Connection connection) throws SQLException {
        if (!renamed) {
            throw aside();
        }
        Renaming.rename(connection, name, live);
    }

    BackupFault aside() {
        return BackupFault.of(FaultCode.OLD_DATABASE_ASIDE, live, name, back);
    }
}

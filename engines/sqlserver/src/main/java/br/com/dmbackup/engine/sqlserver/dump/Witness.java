package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the server's own history ({@code msdb.dbo.backupset}) says of a backup: the second witness beside the messages.
 *
 * @param id the row's; they rise
 * @param facts for the manifest
 * @param bytes of the backup; the file holds a little more
 * @param server as the server names itself
 * @param majorVersion of the server
 */
record Witness(long id, String database, SortedMap<String, String> facts, boolean whole, boolean checksums, long bytes,
        String server, int majorVersion, Optional<LocalDateTime> start) {
    private static final String[] FACTS = {"backup_set_uuid", "first_lsn", "last_lsn", "checkpoint_lsn",
            "database_backup_lsn", "is_copy_only", "has_backup_checksums", "backup_size", "backup_start_date",
            "backup_finish_date"};
    private static final String QUESTION = "SELECT backup_set_id, database_name, type, is_damaged, server_name, "
            + "software_major_version, " + String.join(", ", FACTS) + " FROM msdb.dbo.backupset WHERE name = ?";

    /** The row of one backup; none where the server did not write it. */
    static Optional<Witness> of(Connection connection, String backupName) throws SQLException {
        return Sql.row(connection, Witness::read, QUESTION, backupName);
    }

    private static Witness read(ResultSet row) throws SQLException {
        SortedMap<String, String> facts = new TreeMap<>();
        for (String fact : FACTS) {
            String value = row.getString(fact);
            if (value != null) {
                facts.put(fact, value);
            }
        }
        boolean whole = "D".equals(row.getString("type")) && !row.getBoolean("is_damaged");
        return new Witness(row.getLong("backup_set_id"), text(row, "database_name"), facts, whole,
                row.getBoolean("has_backup_checksums"), row.getLong("backup_size"), text(row, "server_name"),
                row.getInt("software_major_version"),
                Optional.ofNullable(row.getObject("backup_start_date", LocalDateTime.class)));
    }

    /** What it tells otherwise than a dump of that database and that length should. */
    List<String> contradictions(String live, long fileBytes) {
        List<String> found = new ArrayList<>();
        if (!database.toUpperCase(Locale.ROOT).equals(live.toUpperCase(Locale.ROOT))) {
            found.add("database_name = " + database);
        }
        if (!whole) {
            found.add("type, is_damaged");
        }
        if (!checksums) {
            found.add("has_backup_checksums = 0");
        }
        if (bytes > fileBytes) {
            found.add("backup_size = " + bytes + " > " + fileBytes);
        }
        return found;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}

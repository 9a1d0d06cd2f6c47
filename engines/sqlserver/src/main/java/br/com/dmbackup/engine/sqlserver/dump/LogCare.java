package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Whether anybody backs up the log of a database whose recovery model asks for it. Until the first full backup that is no
 * copy, such a database behaves as a {@code SIMPLE} one, and its log does not grow.
 */
final class LogCare {
    /** Who backs up a log does so every day at least. */
    private static final int DAYS = 7;
    private static final String STATE = "SELECT recovery_model_desc, log_reuse_wait_desc, GETDATE() "
            + "FROM sys.databases WHERE name = ?";
    private static final String LAST_LOG = "SELECT TOP (1) backup_start_date FROM msdb.dbo.backupset "
            + "WHERE database_name = ? AND type = 'L' ORDER BY backup_set_id DESC";
    private static final String ANY_FULL = "SELECT TOP (1) backup_set_id FROM msdb.dbo.backupset "
            + "WHERE database_name = ? AND type = 'D' AND is_copy_only = 0";

    private record State(String model, String waitsFor, LocalDateTime now) {}

    private LogCare() {}

    static List<Notice> notices(Connection connection, String live, long logBytes) throws SQLException {
        Optional<State> state = Sql.row(connection,
                row -> new State(String.valueOf(row.getString(1)), String.valueOf(row.getString(2)),
                        row.getObject(3, LocalDateTime.class)),
                STATE, live).filter(told -> !told.model().equals("SIMPLE"));
        if (state.isEmpty()) {
            return List.of();
        }
        LocalDateTime since = state.get().now().minusDays(DAYS);
        boolean caredFor = Sql.row(connection, row -> row.getObject(1, LocalDateTime.class), LAST_LOG, live)
                .filter(last -> last.isAfter(since)).isPresent();
        boolean grows = state.get().waitsFor().equals("LOG_BACKUP") || Sql.text(connection, ANY_FULL, live).isPresent();
        return caredFor || !grows
                ? List.of()
                : List.of(Notice.of(NoticeCode.LOG_NEVER_BACKED_UP, live, state.get().model(), logBytes,
                        "ALTER DATABASE " + Sql.quoted(live) + " SET RECOVERY SIMPLE"));
    }
}

package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Backups that other programs took of the same database since our last one, after the server's history. */
final class OtherBackups {
    private static final int MOST = 500;
    /** How far back is looked before the first backup of ours. */
    private static final int FIRST_DAYS = 7;
    private static final String QUESTION = "SELECT TOP (" + MOST + ") name, user_name, type, is_copy_only, "
            + "backup_start_date, server_name FROM msdb.dbo.backupset WHERE database_name = ? AND backup_set_id < %d "
            + "ORDER BY backup_set_id DESC";

    /** @param server as it names itself; a restore brings rows of backups that other servers took */
    private record Taken(String name, String login, String type, boolean copyOnly, LocalDateTime start,
            String server) {
        static Taken read(ResultSet row) throws SQLException {
            return new Taken(text(row, 1), text(row, 2), text(row, 3), row.getBoolean(4),
                    row.getObject(5, LocalDateTime.class), text(row, 6));
        }

        boolean ours() {
            return name.startsWith(BackupStatement.OURS);
        }

        /** The program as it named its backup, and the login that it used. */
        String who() {
            return name.isBlank() ? login : name.strip() + " (" + login + ")";
        }

        private static String text(ResultSet row, int column) throws SQLException {
            return Optional.ofNullable(row.getString(column)).orElse("");
        }
    }

    private OtherBackups() {}

    /**
     * Tells of the latest of each kind.
     *
     * @param zone of the server's clock
     */
    static List<Notice> notices(Connection connection, Witness now, ZoneId zone) throws SQLException {
        List<Taken> others = new ArrayList<>();
        LocalDateTime since = now.start().orElse(LocalDateTime.MIN.plusDays(FIRST_DAYS)).minusDays(FIRST_DAYS);
        for (Taken taken : Sql.rows(connection, Taken::read, QUESTION.formatted(now.id()), now.database())) {
            if (taken.ours() || taken.start().isBefore(since)) {
                break;
            }
            if (taken.server().equalsIgnoreCase(now.server())) {
                others.add(taken);
            }
        }
        List<Notice> notices = new ArrayList<>();
        latest(others, taken -> taken.type().equals("D") && !taken.copyOnly())
                .ifPresent(taken -> notices.add(notice(NoticeCode.OTHER_FULL_BACKUP, now, taken, zone)));
        latest(others, taken -> taken.type().equals("L") && !taken.copyOnly())
                .ifPresent(taken -> notices.add(notice(NoticeCode.OTHER_LOG_BACKUP, now, taken, zone)));
        return notices;
    }

    private static Optional<Taken> latest(List<Taken> newestFirst, Predicate<Taken> kind) {
        return newestFirst.stream().filter(kind).findFirst();
    }

    private static Notice notice(NoticeCode code, Witness now, Taken taken, ZoneId zone) {
        return Notice.of(code, now.database(), taken.who(), taken.start().atZone(zone));
    }
}

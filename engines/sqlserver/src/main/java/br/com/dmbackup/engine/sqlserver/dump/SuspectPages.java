package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Pages that the server itself found damaged, and nobody repaired or restored since. */
final class SuspectPages {
    /** 1: the system could not read it, or it lies; 2: wrong checksum; 3: torn. 4, 5 and 7 are behind us. */
    private static final String QUESTION = "SELECT last_update_date FROM msdb.dbo.suspect_pages "
            + "WHERE database_id = DB_ID(?) AND event_type IN (1, 2, 3)";

    private SuspectPages() {}

    static List<Notice> notices(Connection connection, String live, ZoneId zone) throws SQLException {
        List<LocalDateTime> found = Sql.rows(connection, row -> row.getObject(1, LocalDateTime.class), QUESTION, live);
        return found.stream().max(Comparator.naturalOrder())
                .map(last -> Notice.of(NoticeCode.PAGES_SUSPECT, live, found.size(), last.atZone(zone))).stream()
                .toList();
    }
}

package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Under which name the old database is kept when another takes its place. */
final class KeptName {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    private KeptName() {}

    /** One that no database bears, and of which no replacement is under way. */
    static String free(Connection connection, String live, Clock clock) throws SQLException {
        String ending = "_antes_" + STAMP.format(LocalDateTime.now(clock));
        String kept = cut(live, ending);
        for (int again = 2; Databases.exists(connection, kept)
                || Databases.exists(connection, ScratchName.replacing(live, kept)); again++) {
            kept = cut(live, ending + "_" + again);
        }
        return kept;
    }

    /** Whether a database may be the old one of a live one. */
    static boolean isOf(String live, String name) {
        int at = name.lastIndexOf("_antes_");
        return at > 0 && live.regionMatches(true, 0, name, 0, at);
    }

    /** The longest beginning that fits, whole characters. */
    private static String cut(String live, String ending) {
        int end = Math.min(live.length(), Sql.NAME_LENGTH - ending.length());
        if (end < live.length() && Character.isHighSurrogate(live.charAt(end - 1))) {
            end--;
        }
        return live.substring(0, end) + ending;
    }
}

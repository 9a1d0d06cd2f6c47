package br.com.dmbackup.engine.sqlserver.access;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How long the files of the live database are, and how long they may become.
 *
 * @param dataBytes 0 where it is not known
 * @param limitBytes for the data of one database in this edition; {@link Long#MAX_VALUE} for none
 */
public record LiveSize(long dataBytes, long logBytes, long limitBytes) {
    /** Where nobody could be asked. */
    public static final LiveSize UNKNOWN = new LiveSize(0, 0, Long.MAX_VALUE);

    private static final String FILES = "SELECT SUM(CAST(size AS bigint)) * 8192 FROM sys.database_files "
            + "WHERE type = ";
    private static final String EDITION = "SELECT CAST(SERVERPROPERTY(N'EngineEdition') AS int), "
            + "CAST(SERVERPROPERTY(N'ProductVersion') AS nvarchar(128))";
    private static final int EXPRESS = 4;
    private static final int WITH_50_GIB = 17;
    private static final long GIB = 1L << 30;
    private static final int NEAR = 80;
    private static final int AT = 95;

    /** Of the database that the session is in. */
    public static LiveSize of(Connection connection) throws SQLException {
        long limit = Sql.row(connection, row -> limit(row.getInt(1), row.getString(2)), EDITION)
                .orElse(Long.MAX_VALUE);
        return new LiveSize(bytes(connection, "0"), bytes(connection, "1"), limit);
    }

    /** What must be said of it: from four fifths of the limit on. */
    public List<Notice> notices(String live) {
        if (!isLimited() || dataBytes < limitBytes / 100 * NEAR) {
            return List.of();
        }
        NoticeCode code = dataBytes < limitBytes / 100 * AT
                ? NoticeCode.DATABASE_NEAR_LIMIT
                : NoticeCode.DATABASE_AT_LIMIT;
        return List.of(Notice.of(code, live, dataBytes, limitBytes, dataBytes * 100 / limitBytes));
    }

    public boolean isLimited() {
        return limitBytes != Long.MAX_VALUE;
    }

    /** 10 GB since 2008 R2, 50 GB since 2025; of the data files alone. */
    private static long limit(int engineEdition, String version) {
        if (engineEdition != EXPRESS) {
            return Long.MAX_VALUE;
        }
        return Integer.parseInt(version.split("\\.", 2)[0]) >= WITH_50_GIB ? 50 * GIB : 10 * GIB;
    }

    private static long bytes(Connection connection, String type) throws SQLException {
        return Sql.text(connection, FILES + type).map(Long::parseLong).orElse(0L);
    }
}

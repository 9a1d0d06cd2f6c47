package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Users of a restored database whose logins this server does not have: the server knows them by a number that another
 * server gave. Those whose login exists under their own name get it; of the others a person is told how.
 */
final class OrphanedUsers {
    /** Logins alone, not users that live in the database itself. The first four are the server's own users. */
    private static final String ORPHANS = "SELECT name, type FROM sys.database_principals "
            + "WHERE authentication_type IN (1, 3) AND principal_id > 4 AND SUSER_SNAME(sid) IS NULL ORDER BY name";

    private record Orphan(String name, boolean ofWindows) {}

    private final String target;
    private final List<String> remapped = new ArrayList<>();
    private final List<Orphan> left = new ArrayList<>();

    /** @param target the name that the database has in the end */
    OrphanedUsers(String target) {
        this.target = target;
    }

    /** In the database that the session is in. */
    List<Notice> giveLogins(Connection connection) throws SQLException {
        for (Orphan orphan : Sql.rows(connection, row -> new Orphan(row.getString(1), !row.getString(2).equals("S")),
                ORPHANS)) {
            if (hasLogin(connection, orphan) && remap(connection, orphan)) {
                remapped.add(orphan.name());
            } else {
                left.add(orphan);
            }
        }
        return notices(connection);
    }

    private static boolean hasLogin(Connection connection, Orphan orphan) throws SQLException {
        return Sql.text(connection, "SELECT SUSER_ID(?)", orphan.name()).isPresent();
    }

    /** Whatever keeps the server from it, a person is told the statement; that the connection is lost is no such reason. */
    private static boolean remap(Connection connection, Orphan orphan) throws SQLException {
        try {
            Sql.execute(connection, remapping(orphan));
            return true;
        } catch (SQLException refused) {
            if (RestoreFaults.lost(refused)) {
                throw refused;
            }
            return false;
        }
    }

    private static String remapping(Orphan orphan) {
        return "ALTER USER " + Sql.quoted(orphan.name()) + " WITH LOGIN = " + Sql.quoted(orphan.name());
    }

    private List<Notice> notices(Connection connection) throws SQLException {
        List<Notice> notices = new ArrayList<>();
        if (!remapped.isEmpty()) {
            notices.add(Notice.of(NoticeCode.USERS_REMAPPED, target, String.join(", ", remapped)));
        }
        if (!left.isEmpty()) {
            StringBuilder statements = new StringBuilder("USE " + Sql.quoted(target) + ";");
            for (Orphan orphan : left) {
                if (!hasLogin(connection, orphan)) {
                    statements.append(" CREATE LOGIN ").append(Sql.quoted(orphan.name()))
                            .append(orphan.ofWindows() ? " FROM WINDOWS;" : " WITH PASSWORD = N'…';");
                }
                statements.append(' ').append(remapping(orphan)).append(';');
            }
            notices.add(Notice.of(NoticeCode.USERS_WITHOUT_LOGIN, target,
                    String.join(", ", left.stream().map(Orphan::name).toList()), statements.toString()));
        }
        return notices;
    }
}

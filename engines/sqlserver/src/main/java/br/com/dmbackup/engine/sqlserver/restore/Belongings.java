package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.restore.Databases.Standing;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a database beside its contents: its recovery model, its users' logins, its owner. A restored one has
 * those of the database that it replaces, else those of the backup. What the server refuses is told with the statement,
 * and is no failure.
 */
final class Belongings {
    private static final String OWNER_INSIDE = "SELECT SUSER_SNAME(sid) FROM sys.database_principals "
            + "WHERE name = N'dbo'";

    private final String restored;
    private final String target;
    private final Optional<Standing> before;
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    /**
     * @param restored the name that it has now
     * @param target the name that it has in the end
     * @param before how the one that it replaces stood
     */
    Belongings(String restored, String target, Optional<Standing> before) {
        this.restored = restored;
        this.target = target;
        this.before = before;
    }

    /** By a session in the server's own database. The owner last, as that may take our right to all else. */
    List<Notice> bringBack(Connection connection) throws SQLException {
        Optional<Standing> now = Databases.standing(connection, restored);
        if (now.isPresent()) {
            recoveryModel(connection, now.get());
            connection.setCatalog(restored);
            notices.addAll(new OrphanedUsers(target).giveLogins(connection));
            Optional<String> owner = before.isPresent()
                    ? before.get().owner()
                    : Sql.text(connection, OWNER_INSIDE);
            connection.setCatalog(Session.MASTER);
            owner(connection, owner, now.get());
        }
        openedToAll();
        if (!refused.isEmpty()) {
            notices.add(Notice.of(NoticeCode.PROPERTIES_NOT_RESTORED, target, String.join(" ", refused)));
        }
        return notices;
    }

    private void recoveryModel(Connection connection, Standing now) throws SQLException {
        Optional<String> model = before.map(Standing::recoveryModel).filter(old -> !old.equals(now.recoveryModel()));
        if (model.isPresent()) {
            attempt(connection, "ALTER DATABASE ", " SET RECOVERY " + model.get());
        }
    }

    private void owner(Connection connection, Optional<String> owner, Standing now) throws SQLException {
        if (owner.isPresent() && !owner.equals(now.owner())) {
            attempt(connection, "ALTER AUTHORIZATION ON DATABASE::", " TO " + Sql.quoted(owner.get()));
        }
    }

    /** A person is told the statement as it will be right in the end. */
    private void attempt(Connection connection, String before, String behind) throws SQLException {
        try {
            Sql.execute(connection, before + Sql.quoted(restored) + behind);
        } catch (SQLException not) {
            if (RestoreFaults.lost(not)) {
                throw not;
            }
            refused.add(before + Sql.quoted(target) + behind + ";");
        }
    }

    private void openedToAll() {
        before.filter(old -> !old.access().equals(Standing.TO_ALL))
                .ifPresent(old -> notices.add(Notice.of(NoticeCode.DATABASE_OPENED_TO_ALL, target, old.access(),
                        "ALTER DATABASE " + Sql.quoted(target) + " SET " + old.access() + ";")));
    }
}

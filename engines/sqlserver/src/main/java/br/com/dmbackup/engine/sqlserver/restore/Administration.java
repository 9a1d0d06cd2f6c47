package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Heard;
import br.com.dmbackup.engine.sqlserver.connection.LongStatement;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import java.sql.SQLException;

/** Work on databases as a whole, from the server's own, and what its failures mean to the one that it is for. */
final class Administration {
    private final SqlServerAccess access;
    private final RestoreFaults faults;

    Administration(SqlServerAccess access) {
        this.access = access;
        this.faults = new RestoreFaults(access);
    }

    SqlServerAccess access() {
        return access;
    }

    /** The database in use. */
    String live() {
        return access.live();
    }

    BackupFault fault(SQLException failure, String target) {
        return faults.of(failure, target);
    }

    /** Of such a session nothing is short: whose transaction is rolled back may have done much. */
    Session open() throws SQLException {
        Session session = Session.open(access.server(), Session.MASTER);
        try {
            session.answersWithin(access.patience().silence());
            return session;
        } catch (SQLException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    <T> T run(String target, Session.Work<T> work) {
        try (Session session = open()) {
            return session.run(work);
        } catch (SQLException failed) {
            throw fault(failed, target);
        }
    }

    /** Entered from the server's own, for a refused login does not say why. */
    <T> T inside(String database, String target, Session.Work<T> work) {
        return run(target, connection -> {
            connection.setCatalog(database);
            return work.on(connection);
        });
    }

    /** A long statement in a session of its own. */
    Heard carryOut(String statement, String... arguments) throws SQLException {
        try (Session session = open()) {
            return carryOut(session, statement, arguments);
        }
    }

    Heard carryOut(Session session, String statement, String... arguments) throws SQLException {
        return new LongStatement(session, access.patience(), percent -> {}).run(statement, arguments);
    }
}

package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A database that a restore makes under a name of its own. A lock on the server, held by a session of ours from before
 * its creation, says that somebody works on it: the lock ends with the process that holds it, wherever that runs, so a
 * scratch database without one is a leftover.
 */
final class ScratchDatabase implements AutoCloseable {
    private static final String LOCK = "SET NOCOUNT ON DECLARE @granted int EXEC @granted = sp_getapplock "
            + "@Resource = ?, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0 "
            + "SELECT @granted AS granted";
    private static final String UNLOCK = "SET NOCOUNT ON DECLARE @released int EXEC @released = sp_releaseapplock "
            + "@Resource = ?, @LockOwner = N'Session' SELECT @released AS released";
    /** What was cancelled may still be at its end, and somebody may be looking. */
    private static final int TRIES = 10;

    private final String name;
    private final Session guard;

    private ScratchDatabase(String name, Session guard) {
        this.name = name;
        this.guard = guard;
    }

    /** Reserves a name; nothing is created yet. */
    static ScratchDatabase reserve(Session guard, String name) throws SQLException {
        if (!guard.run(connection -> tryLock(connection, name))) {
            throw new IllegalStateException("taken: " + name);
        }
        return new ScratchDatabase(name, guard);
    }

    String name() {
        return name;
    }

    static boolean tryLock(Connection connection, String name) throws SQLException {
        return Sql.text(connection, LOCK, name).filter(granted -> Integer.parseInt(granted) >= 0).isPresent();
    }

    static void unlock(Connection connection, String name) throws SQLException {
        Sql.text(connection, UNLOCK, name);
    }

    /** Drops it with its files, if it is there, whoever looks into it. */
    static void drop(Connection connection, String name) throws SQLException {
        if (!ScratchName.isScratch(name)) {
            throw new IllegalArgumentException("not a scratch database: " + name);
        }
        for (int attempt = 1;; attempt++) {
            try {
                dropOnce(connection, name);
                return;
            } catch (SQLException failed) {
                if (!RestoreFaults.IN_USE.contains(failed.getErrorCode()) || attempt == TRIES) {
                    throw failed;
                }
                Databases.pause(connection);
            }
        }
    }

    private static void dropOnce(Connection connection, String name) throws SQLException {
        Optional<Databases.Standing> standing = Databases.standing(connection, name);
        if (standing.filter(Databases.Standing::online).isPresent()) {
            Databases.closeToOthers(connection, name);
        }
        if (standing.isPresent()) {
            Sql.execute(connection, "DROP DATABASE " + Sql.quoted(name));
        }
    }

    @Override
    public void close() {
        guard.close();
    }
}

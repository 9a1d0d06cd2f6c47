package br.com.dmbackup.engine.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A database that a restore makes under a name of its own. A lock on the server, held by a session of ours from before
 * its creation, says that somebody works on it: the lock ends with the process that holds it, wherever that runs, so a
 * scratch database without one is a leftover.
 */
final class ScratchDatabase implements AutoCloseable {
    private static final String PREFIX = "dmbackup_restauro_";
    private static final String PATTERN = "^dmbackup_restauro_[0-9a-f]{16}$";
    /** The first half of the lock's key: "DMB" and a number. */
    private static final int LOCK_CLASS = 0x444d4201;

    private final String name;
    private final Session guard;

    private ScratchDatabase(String name, Session guard) {
        this.name = name;
        this.guard = guard;
    }

    /**
     * Reserves a name; nothing is created yet.
     *
     * @param maintenance the database to which sessions of administration go
     */
    static ScratchDatabase reserve(PostgresServer server, String maintenance) throws SQLException {
        String name = PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Session guard = Session.open(server, maintenance);
        try {
            boolean held = guard.run(connection -> tryLock(connection, name));
            if (!held) {
                throw new IllegalStateException("taken: " + name);
            }
            return new ScratchDatabase(name, guard);
        } catch (SQLException | RuntimeException failed) {
            guard.close();
            throw failed;
        }
    }

    static boolean isScratch(String name) {
        return name.matches(PATTERN);
    }

    /** What the comment of a scratch database of this live one says. */
    static String comment(String live) {
        return "DMBackup: " + live;
    }

    String name() {
        return name;
    }

    /** The session that holds the lock, for work of administration. */
    Session guard() {
        return guard;
    }

    void create(String creation, String live) throws SQLException {
        guard.run(connection -> {
            Sql.execute(connection, "CREATE DATABASE " + Sql.quoted(name) + creation);
            Sql.execute(connection, "COMMENT ON DATABASE " + Sql.quoted(name) + " IS " + Sql.literal(comment(live)));
            return true;
        });
    }

    /** Drops it if it is there; not by the guarding session, which an interrupt may have ended. */
    void drop(PostgresServer server, String maintenance) throws SQLException {
        Session.once(server, maintenance, connection -> {
            drop(connection, name);
            return true;
        });
    }

    /**
     * Drops those of this live database, or of nobody, on which nobody works. The scratch stands without a comment for
     * a moment after its creation only, and then its lock is held.
     */
    static List<String> dropAbandoned(Connection connection, String live) throws SQLException {
        List<String> dropped = new ArrayList<>();
        for (String name : Sql.texts(connection, """
                SELECT datname FROM pg_database
                WHERE datname ~ ? AND coalesce(shobj_description(oid, 'pg_database'), ?) = ?
                  AND pg_has_role(datdba, 'USAGE')
                ORDER BY 1
                """, PATTERN, comment(live), comment(live))) {
            if (tryLock(connection, name)) {
                try {
                    drop(connection, name);
                    dropped.add(name);
                } finally {
                    Sql.text(connection, "SELECT pg_advisory_unlock(" + LOCK_CLASS + ", hashtext(?))::text", name);
                }
            }
        }
        return dropped;
    }

    private static boolean tryLock(Connection connection, String name) throws SQLException {
        return Sql.text(connection, "SELECT pg_try_advisory_lock(" + LOCK_CLASS + ", hashtext(?))::text", name)
                .filter("true"::equals).isPresent();
    }

    private static void drop(Connection connection, String name) throws SQLException {
        Sql.texts(connection, "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = ?"
                + " AND usename = current_user", name);
        Sql.execute(connection, "DROP DATABASE IF EXISTS " + Sql.quoted(name));
    }

    @Override
    public void close() {
        guard.close();
    }
}

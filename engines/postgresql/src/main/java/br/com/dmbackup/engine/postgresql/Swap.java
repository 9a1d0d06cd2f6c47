package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Puts a restored database in the live one's place by two renames in one transaction: nobody ever sees the live name
 * free. The first rename locks the live database, so that new sessions wait, and itself waits five seconds for those
 * that are there; these are ended meanwhile. Whoever may not be ended (a superuser, a prepared transaction) stops it.
 */
final class Swap {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final String END_SESSIONS = """
            SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
            WHERE datname = ? AND pid <> pg_backend_pid()
              AND (SELECT rolsuper OR pg_has_role(current_user, 'pg_signal_backend', 'MEMBER')
                          OR pg_has_role(current_user, usesysid, 'MEMBER')
                   FROM pg_roles WHERE rolname = current_user)
              AND ((SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                   OR NOT (SELECT rolsuper FROM pg_roles WHERE oid = usesysid))
            """;

    private final String live;
    private final Administration administration;
    private final Clock clock;
    private final Checkpoint checkpoint;

    Swap(String live, Administration administration, Clock clock, Checkpoint checkpoint) {
        this.live = live;
        this.administration = administration;
        this.clock = clock;
        this.checkpoint = checkpoint;
    }

    /** @return the old database's kept name, if there was one */
    Optional<String> in(ScratchDatabase replacement, PostgresServer server) throws SQLException {
        try (Session renaming = Session.open(server, administration.database())) {
            FutureTask<Optional<String>> task = renaming.start(connection -> rename(connection, replacement.name()));
            replacement.guard().run(connection -> {
                endSessionsUntil(task, connection);
                return true;
            });
            return renaming.await(task);
        }
    }

    private void endSessionsUntil(FutureTask<?> done, Connection connection) throws SQLException {
        do {
            Sql.texts(connection, END_SESSIONS, live);
        } while (!overWithin(done, ROUND));
    }

    private static boolean overWithin(FutureTask<?> task, Duration atMost) {
        try {
            task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException | java.util.concurrent.ExecutionException over) {
            return true;
        }
    }

    private Optional<String> rename(Connection connection, String replacement) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Optional<String> kept = Optional.empty();
            if (Sql.databaseExists(connection, live)) {
                kept = Optional.of(freeKeptName(connection));
                rename(connection, live, kept.get());
            }
            checkpoint.reached(Step.RESTORE_OLD_ASIDE);
            rename(connection, replacement, live);
            connection.commit();
            return kept;
        } catch (SQLException failed) {
            connection.rollback();
            if ("55006".equals(failed.getSQLState())) {
                throw BackupFault.of(FaultCode.DATABASE_IN_USE, live).withForeignCode("55006").causedBy(failed);
            }
            throw failed;
        } catch (RuntimeException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private static void rename(Connection connection, String from, String to) throws SQLException {
        Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(from) + " RENAME TO " + Sql.quoted(to));
    }

    private String freeKeptName(Connection connection) throws SQLException {
        String ending = "_antes_" + STAMP.format(LocalDateTime.now(clock));
        String kept = cut(live, Sql.NAME_BYTES - ending.length()) + ending;
        for (int again = 2; Sql.databaseExists(connection, kept); again++) {
            String more = ending + "_" + again;
            kept = cut(live, Sql.NAME_BYTES - more.length()) + more;
        }
        return kept;
    }

    /** The longest beginning that fits, whole characters. */
    static String cut(String name, int bytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}

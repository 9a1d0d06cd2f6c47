package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the server says of its databases. Names are compared as the server compares them. */
final class Databases {
    private static final Set<String> THE_SERVERS_OWN = Set.of("master", "model", "msdb", "tempdb", "distribution",
            "mssqlsystemresource");
    private static final String STANDING = "SELECT state_desc, user_access_desc, recovery_model_desc, "
            + "SUSER_SNAME(owner_sid) FROM sys.databases WHERE name = ?";

    /**
     * How a database stands.
     *
     * @param state as {@code ONLINE}, {@code RESTORING}
     * @param access as {@code MULTI_USER}
     * @param recoveryModel as {@code SIMPLE}
     * @param owner none where its login is gone
     */
    record Standing(String state, String access, String recoveryModel, Optional<String> owner) {
        static final String ONLINE = "ONLINE";
        static final String RESTORING = "RESTORING";
        static final String OFFLINE = "OFFLINE";
        static final String TO_ALL = "MULTI_USER";

        boolean online() {
            return state.equals(ONLINE);
        }

        boolean restoring() {
            return state.equals(RESTORING);
        }
    }

    private Databases() {}

    static Optional<Standing> standing(Connection connection, String name) throws SQLException {
        return Sql.row(connection, row -> new Standing(row.getString(1), row.getString(2), row.getString(3),
                Optional.ofNullable(row.getString(4))), STANDING, name);
    }

    static boolean exists(Connection connection, String name) throws SQLException {
        return Sql.text(connection, "SELECT name FROM sys.databases WHERE name = ?", name).isPresent();
    }

    /** Whether a person may give a new database this name. */
    static boolean isNameable(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.length() <= Sql.NAME_LENGTH
                && name.chars().noneMatch(Character::isISOControl)
                && !THE_SERVERS_OWN.contains(name.toLowerCase(Locale.ROOT)) && !ScratchName.isScratch(name);
    }

    static void openToAll(Connection connection, String name) throws SQLException {
        Sql.execute(connection, openingToAll(name));
    }

    static String openingToAll(String name) {
        return "ALTER DATABASE " + Sql.quoted(name) + " SET MULTI_USER WITH ROLLBACK IMMEDIATE";
    }

    static void closeToOthers(Connection connection, String name) throws SQLException {
        Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(name) + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
    }

    /** The server waits, so that nobody here has to. */
    static void pause(Connection connection) throws SQLException {
        Sql.execute(connection, "WAITFOR DELAY '00:00:00.200'");
    }
}

package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A swap whose process died in the middle: its replacement stands there, and nobody holds the lock.
 *
 * @param replacement a scratch database of the live one
 */
record UnfinishedSwap(String live, String replacement) {

    /** @return what was done, for a person */
    Optional<String> undo(Connection connection) throws SQLException {
        Optional<Databases.Standing> standing = Databases.standing(connection, live);
        if (standing.isEmpty()) {
            return putBack(connection);
        }
        boolean closed = standing.get().online() && standing.get().access().equals("SINGLE_USER");
        if (closed) {
            Databases.openToAll(connection, live);
            return Optional.of(live + " (MULTI_USER)");
        }
        return Optional.empty();
    }

    /** The old database was renamed and the new one was not: it gets its name again. */
    private Optional<String> putBack(Connection connection) throws SQLException {
        for (String name : Sql.rows(connection, row -> row.getString(1), "SELECT name FROM sys.databases")) {
            if (KeptName.isOf(live, name) && ScratchName.replacing(live, name).equals(replacement)) {
                Renaming.rename(connection, name, live);
                return Optional.of(name + " → " + live);
            }
        }
        return Optional.empty();
    }
}

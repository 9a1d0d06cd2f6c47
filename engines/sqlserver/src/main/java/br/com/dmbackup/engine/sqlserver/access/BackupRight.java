package br.com.dmbackup.engine.sqlserver.access;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Whether a login may back up the database that it is in. */
public final class BackupRight {
    /** The name is read as an identifier, so that a plain one with a dot in it would be nobody's. */
    private static final String QUESTION = "SELECT HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), 'DATABASE', "
            + "'BACKUP DATABASE')";

    private BackupRight() {}

    /** Whether the server says that it may not; what it does not know, the backup itself will tell. */
    public static boolean isMissing(Connection connection) throws SQLException {
        Optional<String> answer = Sql.text(connection, QUESTION);
        return answer.filter("0"::equals).isPresent();
    }
}

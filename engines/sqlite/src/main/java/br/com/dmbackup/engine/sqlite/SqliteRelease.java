package br.com.dmbackup.engine.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/** Lets go of a transaction that may or may not have begun. */
final class SqliteRelease {
    private SqliteRelease() {}

    static void rollBack(SQLiteConnection connection) {
        try {
            SqliteFile.execute(connection, "ROLLBACK");
        } catch (SQLException none) {
            // Nothing had begun: there is nothing to let go of, and SQLite has no way to ask first.
            return;
        }
    }
}

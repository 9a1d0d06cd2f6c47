package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Patience;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A server that tests may use as they like: the double, or a real one that somebody lends. What they do to it they do by
 * statements alone, so that whatever is tried on the double is what a real one would be asked.
 *
 * @param address with a login that may do everything
 * @param url of the same, for the driver
 * @param staging a folder that the server and this machine both reach
 */
record ServerUnderTest(SqlServerAddress address, String url, StagingPlace staging) {
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(10),
            Duration.ofSeconds(5));

    SqlServerAccess access(String live) {
        return new SqlServerAccess(address, live, PATIENCE);
    }

    Connection connect(String database) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setCatalog(database);
        return connection;
    }

    void execute(String database, String... statements) {
        try (Connection connection = connect(database)) {
            for (String statement : statements) {
                Sql.execute(connection, statement);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(String.join("; ", statements), failed);
        }
    }

    List<String> texts(String database, String query, String... arguments) {
        try (Connection connection = connect(database)) {
            return Sql.rows(connection, row -> row.getString(1), query, arguments);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    /** Databases whose names begin so go, whoever is in them. */
    void dropAll(String... beginnings) {
        for (String name : texts(Session.MASTER, "SELECT name FROM sys.databases")) {
            if (java.util.Arrays.stream(beginnings).anyMatch(name::startsWith)) {
                drop(name);
            }
        }
    }

    void drop(String name) {
        try (Connection connection = connect(Session.MASTER)) {
            if (Sql.text(connection, "SELECT state_desc FROM sys.databases WHERE name = ?", name)
                    .filter("ONLINE"::equals).isPresent()) {
                Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(name)
                        + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            }
            Sql.execute(connection, "DROP DATABASE " + Sql.quoted(name));
        } catch (SQLException failed) {
            throw new IllegalStateException(name, failed);
        }
    }
}

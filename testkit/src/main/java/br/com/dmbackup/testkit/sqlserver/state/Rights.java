package br.com.dmbackup.testkit.sqlserver.state;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import java.util.Arrays;

/** What a login may do, after the permission sections of the statements' documentation. */
public final class Rights {
    private Rights() {}

    /** Comes in at all: 916 otherwise. */
    public static void mayEnter(Login login, Database database) {
        if (!isKnownIn(login, database)) {
            throw SqlError.of(916, login.name(), database.name());
        }
    }

    public static boolean isKnownIn(Login login, Database database) {
        return Instance.SYSTEM_DATABASES.contains(database.name()) || login.isSysadmin() || owns(login, database)
                || database.userOf(login).isPresent();
    }

    public static boolean mayBackUp(Login login, Database database) {
        return isOwner(login, database) || hasRole(login, database, "db_backupoperator");
    }

    /** db_owner is not enough: the roles lie in the very database that is replaced. */
    public static boolean mayRestoreOver(Login login, Database database) {
        return login.isSysadmin() || login.serverRoles().contains("dbcreator") || owns(login, database);
    }

    public static boolean mayCheck(Login login, Database database) {
        return isOwner(login, database);
    }

    public static boolean mayAlter(Login login, Database database) {
        return isOwner(login, database) || login.serverRoles().contains("dbcreator")
                || login.permissions().contains("ALTER ANY DATABASE");
    }

    public static boolean mayRead(Login login, Database database) {
        return isOwner(login, database) || hasRole(login, database, "db_datareader");
    }

    /** That there are tables, and what they are like, without what is in them. */
    public static boolean seesTables(Login login, Database database) {
        return mayRead(login, database) || hasRole(login, database, "VIEW DEFINITION");
    }

    public static boolean seesServerState(Login login) {
        return login.isSysadmin() || login.permissions().stream().anyMatch(name -> name.startsWith("VIEW SERVER"));
    }

    /** Whether it has one of these roles there. */
    public static boolean hasRole(Login login, Database database, String... roles) {
        return database.userOf(login).stream().flatMap(user -> user.roles().stream())
                .anyMatch(Arrays.asList(roles)::contains);
    }

    private static boolean isOwner(Login login, Database database) {
        return login.isSysadmin() || owns(login, database) || hasRole(login, database, "db_owner");
    }

    private static boolean owns(Login login, Database database) {
        return database.owner().equalsIgnoreCase(login.name());
    }
}

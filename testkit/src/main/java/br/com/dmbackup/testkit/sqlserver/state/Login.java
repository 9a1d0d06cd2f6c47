package br.com.dmbackup.testkit.sqlserver.state;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may come in.
 *
 * @param serverRoles as {@code sysadmin}, {@code dbcreator}
 * @param permissions of the server, as {@code CREATE ANY DATABASE}
 * @param condition what keeps it out
 * @param database where it begins
 */
public record Login(String name, String password, Set<String> serverRoles, Set<String> permissions,
        Condition condition, String database) {
    /** Why a login is turned away though its password is right, with the number that says so. */
    public enum Condition {
        OPEN(0), DISABLED(18470), LOCKED(18486), EXPIRED(18487), MUST_CHANGE(18488);

        private final int number;

        Condition(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    public static Login of(String name, String password) {
        return new Login(name, password, Set.of(), Set.of(), Condition.OPEN, Instance.MASTER);
    }

    public Login withRoles(String... roles) {
        return new Login(name, password, Set.of(roles), permissions, condition, database);
    }

    public Login withPermissions(String... granted) {
        return new Login(name, password, serverRoles, Set.copyOf(new TreeSet<>(Arrays.asList(granted))), condition,
                database);
    }

    public Login in(Condition other) {
        return new Login(name, password, serverRoles, permissions, other, database);
    }

    public Login startingIn(String otherDatabase) {
        return new Login(name, password, serverRoles, permissions, condition, otherDatabase);
    }

    public boolean isSysadmin() {
        return serverRoles.contains("sysadmin");
    }

    /** Whether it may make databases, which verifying and restoring need. */
    public boolean mayCreate() {
        return isSysadmin() || serverRoles.contains("dbcreator") || permissions.contains("CREATE ANY DATABASE");
    }

    /** By it logins and users are known to each other, whatever their names. */
    public String sid() {
        return sidOf(name);
    }

    static String sidOf(String name) {
        return "sid:" + name;
    }

    @Override
    public String toString() {
        return name;
    }
}

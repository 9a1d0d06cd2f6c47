package br.com.dmbackup.testkit.sqlserver.state;

import java.util.Set;

/**
 * A login's face in one database.
 *
 * @param sid the login's; where no login has it, the user is an orphan
 * @param roles as {@code db_owner}, {@code db_backupoperator}
 */
public record User(String name, String sid, Set<String> roles) {
    public static User of(Login login, String... roles) {
        return new User(login.name(), login.sid(), Set.of(roles));
    }
}

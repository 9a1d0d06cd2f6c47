package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the server has the roles of a dump, and whether our login may give things to them. Where it has not, the data
 * come back all the same, everything belongs to our login, and a notice says how to put it right.
 *
 * @param missing roles that the server does not have
 * @param foreign roles that it has, for which our login may not act
 */
record Roles(SortedSet<String> missing, SortedSet<String> foreign) {

    static Roles of(Connection connection, SortedSet<String> needed) throws SQLException {
        SortedSet<String> missing = new TreeSet<>();
        SortedSet<String> foreign = new TreeSet<>();
        for (String role : needed) {
            List<String> may = Sql.texts(connection,
                    "SELECT pg_has_role(current_user, oid, 'MEMBER')::text FROM pg_roles WHERE rolname = ?", role);
            if (may.isEmpty()) {
                missing.add(role);
            } else if (!may.getFirst().equals("true")) {
                foreign.add(role);
            }
        }
        return new Roles(missing, foreign);
    }

    /** Whether owners and rights can be restored as they were. */
    boolean allThere() {
        return missing.isEmpty() && foreign.isEmpty();
    }

    /** What the person must know and type. */
    Optional<Notice> notice(String user) {
        if (allThere()) {
            return Optional.empty();
        }
        TreeSet<String> all = new TreeSet<>(missing);
        all.addAll(foreign);
        String create = missing.stream().map(role -> "CREATE ROLE " + Sql.quoted(role) + " LOGIN;")
                .collect(Collectors.joining(" "));
        String grant = all.stream().map(role -> "GRANT " + Sql.quoted(role) + " TO " + Sql.quoted(user) + ";")
                .collect(Collectors.joining(" "));
        return Optional.of(Notice.of(NoticeCode.ROLES_NOT_RESTORED, String.join(", ", all), user,
                (create + " " + grant).strip()));
    }
}

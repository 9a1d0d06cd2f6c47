package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owner, rights, settings and comment of the database itself, which a dump keeps as statements. */
final class DatabaseProperties {
    private final List<String> statements;

    /** @param statements with {@link DumpOutline#NAME} in the name's place */
    DatabaseProperties(List<String> statements) {
        this.statements = statements;
    }

    /**
     * Applies them one by one; the owner last, as it takes our right to the others.
     *
     * @return what must be said of those that the server refused
     */
    Optional<Notice> apply(ScratchDatabase scratch, String finalName) throws SQLException {
        List<String> refused = scratch.guard().run(connection -> apply(connection, scratch.name()));
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.of(NoticeCode.PROPERTIES_NOT_RESTORED, finalName,
                        String.join(" ", refused).replace(DumpOutline.NAME, Sql.quoted(finalName))));
    }

    private List<String> apply(Connection connection, String name) throws SQLException {
        List<String> ordered = new ArrayList<>(statements.stream().filter(statement -> !changesOwner(statement))
                .toList());
        ordered.addAll(statements.stream().filter(DatabaseProperties::changesOwner).toList());
        List<String> refused = new ArrayList<>();
        for (String statement : ordered) {
            try {
                Sql.execute(connection, statement.replace(DumpOutline.NAME, Sql.quoted(name)));
            } catch (SQLException failed) {
                if (String.valueOf(failed.getSQLState()).startsWith("08")) {
                    throw failed;
                }
                refused.add(statement);
            }
        }
        return refused;
    }

    private static boolean changesOwner(String statement) {
        return statement.contains(" OWNER TO ");
    }
}

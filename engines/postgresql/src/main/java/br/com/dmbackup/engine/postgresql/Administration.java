package br.com.dmbackup.engine.postgresql;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions for work on databases as a whole, which must not be inside the one that they work on. */
final class Administration {
    /** What every server has, unless somebody dropped it. */
    private static final List<String> CANDIDATES = List.of("postgres", "template1");

    private final PostgresServer server;
    private @Nullable String chosen;

    Administration(PostgresServer server) {
        this.server = server;
    }

    /** The database to which those sessions go. */
    String database() throws SQLException {
        String known = chosen;
        if (known == null) {
            known = find();
            chosen = known;
        }
        return known;
    }

    private String find() throws SQLException {
        try (Session session = Session.open(server, CANDIDATES.getFirst())) {
            session.run(connection -> true);
            return CANDIDATES.getFirst();
        } catch (SQLException notThere) {
            if (!"3D000".equals(notThere.getSQLState())) {
                throw notThere;
            }
            return CANDIDATES.getLast();
        }
    }

    <T> T run(Session.Work<T> work) throws SQLException {
        return Session.once(server, database(), work);
    }
}

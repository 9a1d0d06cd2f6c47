package br.com.dmbackup.testkit.sqlserver.message;

import java.util.ArrayList;
import java.util.List;

/** A statement failed: what the server says of it, the cause first. */
public final class SqlError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TERMINATING = 3013;
    private final transient List<ServerMessage> messages;

    public SqlError(List<ServerMessage> messages) {
        super(messages.getFirst().text(Language.ENGLISH));
        this.messages = List.copyOf(messages);
    }

    public static SqlError of(int number, Object... values) {
        return new SqlError(List.of(ServerMessage.of(number, values)));
    }

    /** The same, followed by 3013, which says only that the whole statement failed. */
    public SqlError terminating(String statement) {
        return and(ServerMessage.of(TERMINATING, statement));
    }

    public SqlError and(ServerMessage further) {
        List<ServerMessage> all = new ArrayList<>(messages);
        all.add(further);
        return new SqlError(all);
    }

    public List<ServerMessage> messages() {
        return messages;
    }
}

package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement tells its client while it runs. */
public interface Answer {
    /** The client cancelled (attention, MS-TDS 2.2.1.7); the statement undoes what it must and lets this pass. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The connection is gone, or has to go without another word. */
    final class ConnectionCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The statement ends here, without an error and without another word. */
    final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Adds a message; the client may hear it later. */
    void say(ServerMessage message);

    /** The client hears all that was said, though the statement goes on. */
    void flush();

    /** Begins a result set. */
    void columns(List<Column> columns);

    void row(List<? extends @Nullable Object> values);

    /** What the statement's end tells: which command it was (0 for BACKUP), and how many rows it touched. */
    void counted(int command, long rows);

    /** Ends a statement without rows and begins another, as a batch or a procedure of many. */
    void nextStatement();

    /** Throws {@link Cancelled} once the client has cancelled. */
    void breathe();
}

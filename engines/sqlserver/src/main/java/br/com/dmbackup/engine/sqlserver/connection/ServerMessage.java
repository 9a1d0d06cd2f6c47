package br.com.dmbackup.engine.sqlserver.connection;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the server said: progress, success, a warning or an error. The text is in the server's language; only the number
 * means something.
 *
 * @param severity 11 and more is an error
 */
public record ServerMessage(int number, int severity, int state, String text) {
    static final int FIRST_ERROR = 11;

    /** What the server said when it failed; none where the driver failed by itself. */
    public static Optional<ServerMessage> of(SQLException failure) {
        return failure instanceof SQLServerException own
                ? Optional.ofNullable(own.getSQLServerError())
                        .map(said -> new ServerMessage(said.getErrorNumber(), said.getErrorSeverity(),
                                said.getErrorState(), String.valueOf(said.getErrorMessage())))
                : Optional.empty();
    }

    public boolean isError() {
        return severity >= FIRST_ERROR;
    }
}

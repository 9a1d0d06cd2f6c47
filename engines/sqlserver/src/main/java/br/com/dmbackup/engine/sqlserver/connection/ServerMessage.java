package br.com.dmbackup.engine.sqlserver.connection;

/**
 * What the server said: progress, success, a warning or an error. The text is in the server's language; only the number
 * means something.
 *
 * @param severity 11 and more is an error
 */
public record ServerMessage(int number, int severity, int state, String text) {
    static final int FIRST_ERROR = 11;

    public boolean isError() {
        return severity >= FIRST_ERROR;
    }
}

package br.com.dmbackup.testkit.sqlserver.message;

import java.util.List;

/**
 * A message before it is put into words.
 *
 * @param values what stands in the text's gaps
 * @param procedure empty outside procedures
 * @param line of the batch, from 1
 */
public record ServerMessage(int number, int severity, int state, List<String> values, String procedure, int line) {
    /** From this severity on the server ends the connection. */
    public static final int FATAL = 20;
    private static final int FIRST_ERROR = 11;

    /** A message with its own severity. */
    public static ServerMessage of(int number, Object... values) {
        return new ServerMessage(number, Texts.severity(number), 1,
                List.of(values).stream().map(Object::toString).toList(), "", 1);
    }

    public ServerMessage withSeverity(int other) {
        return new ServerMessage(number, other, state, values, procedure, line);
    }

    public ServerMessage withState(int other) {
        return new ServerMessage(number, severity, other, values, procedure, line);
    }

    public ServerMessage in(String otherProcedure, int otherLine) {
        return new ServerMessage(number, severity, state, values, otherProcedure, otherLine);
    }

    public boolean isError() {
        return severity >= FIRST_ERROR;
    }

    /** In English where a language has no text for this number. */
    public String text(Language language) {
        String text = Texts.text(number, language);
        for (int i = 0; i < values.size(); i++) {
            text = text.replace("{" + i + "}", values.get(i));
        }
        return text;
    }
}

package br.com.dmbackup.testkit.sqlserver.statement;

import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What stood in a template's gaps; variables are looked up. */
final class Arguments {
    private final Matcher match;
    private final Map<String, ? extends @Nullable Object> parameters;

    Arguments(Matcher match, Map<String, ? extends @Nullable Object> parameters) {
        this.match = match;
        this.parameters = parameters;
    }

    /** The value of an identifier, a string or a variable. */
    String text(String gap) {
        return value(raw(gap), parameters);
    }

    /** As it was written. */
    String raw(String gap) {
        return String.valueOf(match.group(gap));
    }

    static String value(String written, Map<String, ? extends @Nullable Object> parameters) {
        if (written.startsWith("@")) {
            return String.valueOf(parameters.get(written));
        }
        if (written.startsWith("[")) {
            return written.substring(1, written.length() - 1).replace("]]", "]");
        }
        if (written.endsWith("'")) {
            return written.substring(written.indexOf('\'') + 1, written.length() - 1).replace("''", "'");
        }
        return written;
    }
}

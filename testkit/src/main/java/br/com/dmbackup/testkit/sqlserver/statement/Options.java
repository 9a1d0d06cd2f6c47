package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What follows WITH in BACKUP and RESTORE, in any order.
 *
 * @param values by option, empty for those that have none
 * @param moves MOVE: logical name to path
 */
record Options(Map<String, String> values, Map<String, String> moves) {
    private static final String TEXT = "N?'(?:[^']|'')*'|@\\w+";
    private static final Pattern MOVE = Pattern.compile("MOVE\\s+(" + TEXT + ")\\s+TO\\s+(" + TEXT + ")");
    private static final Pattern OPTION = Pattern.compile("([A-Z_]+)(?:\\s*=\\s*(" + TEXT + "|\\w+))?");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Reads them; an option that is not allowed makes the whole statement unknown. */
    static Options parse(String text, Map<String, ? extends @Nullable Object> parameters, Set<String> allowed) {
        Options options = new Options(new LinkedHashMap<>(), new LinkedHashMap<>());
        String written = text.strip();
        int at = 0;
        while (at < written.length()) {
            at = options.one(written, at, parameters, allowed);
            Matcher comma = COMMA.matcher(written).region(at, written.length());
            if (at < written.length()) {
                if (!comma.lookingAt() || comma.end() == written.length()) {
                    throw new UnknownStatement(written.substring(at));
                }
                at = comma.end();
            }
        }
        return options;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    int number(String option, int otherwise) {
        return Integer.parseInt(values.getOrDefault(option, Integer.toString(otherwise)));
    }

    String text(String option) {
        return values.getOrDefault(option, "");
    }

    private int one(String written, int at, Map<String, ? extends @Nullable Object> parameters, Set<String> allowed) {
        Matcher move = MOVE.matcher(written).region(at, written.length());
        if (allowed.contains("MOVE") && move.lookingAt()) {
            moves.put(Arguments.value(String.valueOf(move.group(1)), parameters),
                    Arguments.value(String.valueOf(move.group(2)), parameters));
            return move.end();
        }
        Matcher option = OPTION.matcher(written).region(at, written.length());
        if (!option.lookingAt() || !allowed.contains(String.valueOf(option.group(1)))) {
            throw new UnknownStatement(written.substring(at));
        }
        String value = option.group(2);
        values.put(String.valueOf(option.group(1)), value == null ? "" : Arguments.value(value, parameters));
        return option.end();
    }
}

package br.com.dmbackup.testkit.sqlserver.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement's exact words with gaps in braces: {@code {x:name}} an identifier, {@code {x:target}} an identifier or a
 * variable, {@code {x:text}} a string or a variable, {@code {x:word}} one bare word, {@code {x:path}} an
 * identifier with those that it lies in, {@code {x:rest}} anything. Only
 * white space is free.
 */
record Template(String words, Pattern pattern, List<String> gaps) {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+):(\\w+)}");
    private static final String NAME = "\\[(?:[^]]|]])+]|[A-Za-z_][\\w$#]*";
    private static final String VARIABLE = "@\\w+";
    private static final String TEXT = "N?'(?:[^']|'')*'";

    static Template of(String words) {
        List<String> gaps = new ArrayList<>();
        StringBuilder regex = new StringBuilder("\\s*");
        int from = 0;
        Matcher gap = GAP.matcher(words);
        while (gap.find()) {
            appendWords(regex, words.substring(from, gap.start()));
            gaps.add(gap.group(1));
            regex.append("(?<").append(gap.group(1)).append('>').append(kind(gap.group(2))).append(')');
            from = gap.end();
        }
        appendWords(regex, words.substring(from));
        return new Template(words, Pattern.compile(regex.append("\\s*;?\\s*").toString(), Pattern.DOTALL), gaps);
    }

    Optional<Matcher> match(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "name" -> NAME;
            case "target" -> NAME + "|" + VARIABLE;
            case "text" -> TEXT + "|" + VARIABLE;
            case "path" -> "(?:(?:" + NAME + ")\\s*\\.\\s*)*(?:" + NAME + ")";
            case "word" -> "\\w+";
            case "rest" -> ".+";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Between words white space is needed, beside punctuation it is free. */
    private static void appendWords(StringBuilder regex, String words) {
        Matcher piece = Pattern.compile("\\s+|[\\w@.]+|[^\\w@.\\s]").matcher(words);
        while (piece.find()) {
            String found = piece.group();
            if (found.isBlank()) {
                boolean loose = isPunctuation(words, piece.start() - 1) || isPunctuation(words, piece.end());
                regex.append(loose ? "\\s*" : "\\s+");
            } else {
                regex.append(Pattern.quote(found));
                if (isPunctuation(found, 0)) {
                    regex.append("\\s*");
                }
            }
        }
    }

    private static boolean isPunctuation(String words, int at) {
        return at >= 0 && at < words.length() && "(),=;".indexOf(words.charAt(at)) >= 0;
    }
}

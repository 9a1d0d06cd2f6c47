package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in words. */
final class Lexer {
    /** Kinds of words. */
    enum Kind {
        WORD, QUOTED, STRING, NUMBER, VARIABLE, SYMBOL, END
    }

    /** A word; of quoted ones what is inside the quotes. */
    record Word(Kind kind, String text) {
        boolean is(String keyword) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(keyword);
        }
    }

    private static final Word END = new Word(Kind.END, "the end");
    private static final Pattern WORD = Pattern.compile("\\s*(?:(?<word>[A-Za-z_][\\w$#]*(?!'))"
            + "|\\[(?<quoted>(?:[^]]|]])+)]|N?'(?<string>(?:[^']|'')*)'|(?<number>\\d+)|(?<variable>@@?\\w+)"
            + "|(?<symbol><>|!=|<=|>=|[(),.=<>*/+-]))");
    private final List<Word> words = new ArrayList<>();
    private int at;

    Lexer(String text) {
        Matcher matcher = WORD.matcher(text);
        int from = 0;
        while (from < text.stripTrailing().length()) {
            if (!matcher.region(from, text.length()).lookingAt()) {
                throw new UnknownStatement(text.substring(from));
            }
            words.add(word(matcher));
            from = matcher.end();
        }
    }

    Word peek() {
        return at < words.size() ? words.get(at) : END;
    }

    Word next() {
        Word word = peek();
        at++;
        return word;
    }

    /** Takes a keyword or symbol if it comes next. */
    boolean take(String keyword) {
        boolean here = peek().is(keyword);
        if (here) {
            at++;
        }
        return here;
    }

    void need(String keyword) {
        if (!take(keyword)) {
            throw new UnknownStatement("'" + keyword + "' is missing before '" + peek().text() + "'");
        }
    }

    /** A name, which no keyword is. */
    boolean isName(Set<String> keywords) {
        return peek().kind() == Kind.QUOTED
                || (peek().kind() == Kind.WORD && !keywords.contains(peek().text().toUpperCase(Locale.ROOT)));
    }

    private static Word word(Matcher matcher) {
        for (Kind kind : new Kind[]{Kind.WORD, Kind.QUOTED, Kind.STRING, Kind.NUMBER, Kind.VARIABLE, Kind.SYMBOL}) {
            String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                return new Word(kind, kind == Kind.STRING
                        ? text.replace("''", "'")
                        : kind == Kind.QUOTED ? text.replace("]]", "]") : text);
            }
        }
        throw new IllegalStateException();
    }
}

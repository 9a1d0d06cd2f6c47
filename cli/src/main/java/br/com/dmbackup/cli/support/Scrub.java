package br.com.dmbackup.cli.support;

import br.com.dmbackup.core.backup.MaskedText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of any text what must not leave the store: what {@link MaskedText} knows by its shape, and words that are
 * known to be private because the settings hold them (names, addresses, passwords, tokens), wherever they turn up.
 */
final class Scrub {
    /** Shorter words would take half of every text with them. */
    private static final int SHORTEST = 4;

    private final List<Pattern> words;

    /** @param privateWords whatever their case */
    Scrub(Collection<String> privateWords) {
        this.words = privateWords.stream().flatMap(Scrub::forms).filter(word -> word.length() >= SHORTEST).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    /** The same text without them. */
    String of(String text) {
        String clean = text;
        for (Pattern word : words) {
            clean = word.matcher(clean).replaceAll(MaskedText.MASK);
        }
        return MaskedText.of(clean);
    }

    /** As it is, as JSON writes it, and line by line. */
    private static Stream<String> forms(String word) {
        String stripped = word.strip();
        return Stream.concat(Stream.of(stripped, stripped.replace("\\", "\\\\").replace("\"", "\\\"")),
                stripped.lines().map(String::strip));
    }
}

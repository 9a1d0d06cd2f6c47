package br.com.dmbackup.agent.api;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of the settings with {@code •••1}, {@code •••2} and so on in the place of its secrets, and what they stand
 * for. Works on the text as it is written, so that a file with mistakes can be shown and mended too.
 *
 * @param hidden what stood there, quotes and all; the first is {@code •••1}
 */
record MaskedSecrets(String text, List<String> hidden) {
    private static final String MASK = "•••";
    private static final String KEY = "((?<![\\w-])[\"']?[\\w-]*(?:password|passphrase|secret|token|senha)[\\w-]*[\"']?"
            + "\\s*=\\s*)?";
    private static final String ONE_LINE = "\"(?:[^\"\\\\\\n]|\\\\.)*\"|'[^'\\n]*'";
    /** Over several lines; one without an end is taken for the rest of the file. */
    private static final String LINES = "\"\"\"(?:[^\"\\\\]++|\\\\[\\s\\S]|\"(?!\"\"))*+(?:\"{3,5}|\\\\?\\z)"
            + "|'''(?:[^']++|'(?!''))*+(?:'{3,5}|\\z)";
    /** A value in quotes, and before it the key where that says that a secret follows; or a comment. */
    private static final Pattern VALUE = Pattern.compile("(?i)" + KEY + "(" + LINES + "|" + ONE_LINE + ")|#[^\\n]*");
    private static final Pattern IN_COMMENT = Pattern.compile("(?i)" + KEY + "(" + ONE_LINE + ")");
    private static final Pattern LONG = Pattern.compile("\"\"\"(?!sealed:)|'''(?!sealed:)");
    private static final Pattern QUOTES = Pattern.compile("^(?:\"\"\"|'''|[\"'])\\s*|(?:\"\"\"|'''|[\"'])$");
    private static final Pattern TO_SEAL = Pattern.compile("\"seal:(?:[^\"\\\\\\n]|\\\\.)*\"|'seal:[^'\\n]*'");

    static MaskedSecrets of(String text) {
        List<String> hidden = new ArrayList<>();
        return new MaskedSecrets(masked(text, VALUE, hidden), hidden);
    }

    private static String masked(String text, Pattern pattern, List<String> hidden) {
        return pattern.matcher(text).replaceAll(value -> {
            if (value.group(2) == null) {
                return Matcher.quoteReplacement("#" + masked(value.group().substring(1), IN_COMMENT, hidden));
            }
            if (value.group(1) == null && value.group(2).length() > 5 && LONG.matcher(value.group(2)).lookingAt()) {
                return Matcher.quoteReplacement(masked(value.group(2), IN_COMMENT, hidden));
            }
            if (!secret(value)) {
                return Matcher.quoteReplacement(value.group());
            }
            hidden.add(value.group(2));
            String before = value.group(1) == null ? "" : value.group(1);
            return Matcher.quoteReplacement(before + '"' + MASK + hidden.size() + '"');
        });
    }

    /** Where a changed text has a mask that stands for nothing in that place. */
    Optional<MaskPlaces.Place> unknownIn(String changed) {
        return new MaskPlaces(text, hidden.size()).firstWrong(changed);
    }

    /** A changed text, in which no mask is {@link #unknownIn}, with the secrets back in the places of their masks. */
    String uncover(String changed) {
        return MaskPlaces.MASKED.matcher(changed)
                .replaceAll(mask -> Matcher.quoteReplacement(hidden.get(MaskPlaces.number(mask) - 1)));
    }

    /** Seals every value that says {@code seal:} and a secret, so that none ever gets to the disk in plain text. */
    static String seal(String text, SecretSealer sealer) {
        return TO_SEAL.matcher(text).replaceAll(value -> {
            Optional<Object> plain = SettingsFile.parse("v = " + value.group()).get("", "v");
            return Matcher.quoteReplacement(plain.map(it -> it.toString().substring("seal:".length()))
                    .filter(it -> !it.isEmpty()).map(it -> '"' + sealer.seal(new Secret(it.toCharArray())) + '"')
                    .orElse(value.group()));
        });
    }

    private static boolean secret(MatchResult value) {
        String content = QUOTES.matcher(value.group(2)).replaceAll("");
        return content.startsWith("sealed:")
                || (value.group(1) != null && !content.isEmpty() && !content.startsWith("file:"));
    }

    @Override
    public String toString() {
        return "MaskedSecrets[" + hidden.size() + "]";
    }
}
